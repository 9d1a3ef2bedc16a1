/**
 * The Content-Security-Policy of the built app, once for both places that carry it: the header
 * that `npm start` sends and the meta tag that a static host serves.
 */
const directives = ["default-src 'self'", "img-src 'self' data: blob:", "object-src 'none'", "base-uri 'self'"]

/** The policy for a `<meta http-equiv>` tag, where `frame-ancestors` would be ignored. */
export const metaPolicy = directives.join('; ')

/** All security headers of a response, by name. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [...directives, "frame-ancestors 'none'"].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

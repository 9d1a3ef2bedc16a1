/** Draws pages of PDF files: pdf.js's own worker, as a script that every static host serves as one. */
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'

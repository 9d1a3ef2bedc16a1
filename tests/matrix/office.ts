import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Conversion, Converter } from './conversion'
import type { CorpusDocument } from './corpus'

const CONVERSIONS: readonly Conversion[] = [
  { from: 'docx', to: 'doc', filter: 'MS Word 97' },
  { from: 'docx', to: 'docx', filter: 'MS Word 2007 XML' },
  { from: 'docx', to: 'rtf', filter: 'Rich Text Format' },
  { from: 'docx', to: 'xml', filter: 'MS Word 2003 XML' },
  { from: 'docx', to: 'pdf', filter: 'writer_pdf_Export' },
  { from: 'docx', to: 'html', filter: 'HTML (StarWriter)' },
  { from: 'docx', to: 'txt', filter: 'Text (encoded):UTF8' },
  { from: 'html', to: 'docx', filter: 'MS Word 2007 XML', infilter: 'HTML (StarWriter)' },
  { from: 'html', to: 'doc', filter: 'MS Word 97', infilter: 'HTML (StarWriter)' },
  { from: 'html', to: 'pdf', filter: 'writer_web_pdf_Export', infilter: 'HTML' },
  { from: 'xlsx', to: 'xls', filter: 'MS Excel 97', without: ['formula-uncomputed'] },
  { from: 'xlsx', to: 'xlsx', filter: 'Calc MS Excel 2007 XML', without: ['formula-uncomputed'] },
  // Print shows neither what a workbook computes nor what it hides.
  {
    from: 'xlsx',
    to: 'pdf',
    filter: 'calc_pdf_Export',
    without: ['formula-uncomputed', 'accounting-zeros', 'zeros-not-shown', 'under-merge'],
  },
]

const CHUNK = 40

/** LibreOffice, where it is installed, and `null` elsewhere. `SOFFICE` names the program. */
export function officeConverter(): Converter | null {
  const { status, stdout } = spawnSync(program(), ['--version'], { encoding: 'utf8' })
  const version = status === 0 ? /LibreOffice [\d.]+/u.exec(stdout)?.[0] : undefined
  if (version === undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'gouji-matrix-'))
  return {
    name: 'LibreOffice',
    version,
    conversions: CONVERSIONS,
    convert: (conversion, documents) => Promise.resolve(convert(conversion, documents, folder)),
    end() {
      rmSync(folder, { recursive: true })
      return Promise.resolve()
    },
  }
}

const program = (): string => process.env['SOFFICE'] ?? 'soffice'

function convert(
  { from, to, filter, infilter }: Conversion,
  documents: readonly CorpusDocument[],
  folder: string,
): (Uint8Array | null)[] {
  const [given, made] = [join(folder, from), join(folder, `${from}-to-${to}`)]
  for (const path of [given, made]) mkdirSync(path, { recursive: true })
  const names = documents.map(({ document }, at) => {
    const name = String(at).padStart(4, '0')
    writeFileSync(join(given, `${name}.${from}`), document.bytes)
    return name
  })
  for (let at = 0; at < names.length; at += CHUNK) {
    const files = names.slice(at, at + CHUNK).map((name) => join(given, `${name}.${from}`))
    const wanted = filter === undefined ? to : `${to}:${filter}`
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const opening = infilter === undefined ? [] : [`--infilter=${infilter}`]
    try {
      const args = [profile, '--headless', ...opening, '--convert-to', wanted, '--outdir', made, ...files]
      execFileSync(program(), args, { stdio: 'ignore', timeout: 300_000 })
    } catch {
      // What it did not make is told by the files that are not there.
    }
  }
  return names.map((name) => {
    const path = join(made, `${name}.${to}`)
    return existsSync(path) ? readFileSync(path) : null
  })
}

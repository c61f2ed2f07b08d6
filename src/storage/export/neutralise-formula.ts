/** What a spreadsheet may take for a formula: = + - @ (also full-width), perhaps after spaces, or a leading tab or line break. */
const formulaStart = /^(?:\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/;

/** Text that a spreadsheet shows and never computes: an apostrophe is put before what could start a formula (OWASP, CSV injection). */
export const neutraliseFormula = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);

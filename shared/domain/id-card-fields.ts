import type { PageLine } from './page-line.ts';
import type { SoughtCode } from './page-codes.ts';
import { dayField, readByLabels, termFields } from './paper-page.ts';
import type { PaperLabel } from './paper-page.ts';
import { readResidentId } from './read-code.ts';
import { doubted } from './read-field.ts';
import type { ReadField, ReadFieldName } from './read-field.ts';
import { addressText, anyText, bodyName, oneOf, personName } from './read-text.ts';
import { checkResidentId } from './resident-id.ts';

const idNumber: SoughtCode = { field: 'id_number', length: 18, read: readResidentId };

/** Both sides: a page may show them together. */
const labels: readonly PaperLabel[] = [
  { words: ['公民身份号码', '身份号码'], code: idNumber },
  { words: ['姓名'], read: (value) => personName('person_name', value) },
  { words: ['性别'], read: (value) => oneOf('sex', value, ['男', '女']) },
  { words: ['民族'], isAnywhere: true, read: (value) => anyText('nation', value) },
  { words: ['出生'], read: dayField('born_on') },
  { words: ['住址'], reach: 'rows', read: (value) => addressText('address', value) },
  { words: ['签发机关'], reach: 'rows', read: (value) => bodyName('issuer', value) },
  { words: ['有效期限', '有效期'], read: termFields },
];

/** The number says on which day its holder was born and which sex it was given for: what the card prints beside it agrees. */
export function idCardFields(lines: readonly PageLine[]): ReadField[] {
  const { fields } = readByLabels(lines, labels);
  const number = fields.find(({ field }) => field === 'id_number');
  if (number === undefined) return [...fields];
  const { birthDate, sex } = checkResidentId(number.value);
  const told: Partial<Record<ReadFieldName, string | undefined>> = {
    born_on: birthDate,
    sex: sex === undefined ? undefined : { male: '男', female: '女' }[sex],
  };
  const disputed = fields.filter(({ field, value }) => told[field] !== undefined && told[field] !== value);
  if (disputed.length === 0) return [...fields];
  // A number whose check is right by itself stands against a day or a word that have no check.
  const isSure = number.doubts.length === 0;
  const doubtful = isSure ? disputed : [...disputed, number];
  return fields.map((field) => (doubtful.includes(field) ? doubted(field, 'contradicted') : field));
}

import type { scriptsDifference as french } from '../fr/scripts-difference.ts';

const said = {
  title: 'The title',
  say: 'What is said',
  help: '“Good to know”',
  label: 'The button that goes on',
};

const difference: typeof french.difference = {
  none: 'Nothing changes',
  noneHelp: 'Both versions say the same.',
  whole: 'The whole script',
  count: (n) => (n === 1 ? '1 change' : `${n} changes`),
  added: 'added',
  removed: 'removed',
  gone: 'removed: ',
  come: 'added: ',
  quoted: (words) => `“${words}”`,

  scriptTitle: 'The title of the script changes.',
  start: (now, before) => `The call begins with “${now}” instead of “${before}”.`,
  language: (now, before) => `The language is “${now}” instead of “${before}”.`,
  id: (now, before) => `This is another script: “${now}” instead of “${before}”.`,
  version: (now, before) => `It goes from version ${before} to version ${now}.`,
  sectionAdded: (title) => `The section “${title}” is added.`,
  sectionRemoved: (title) => `The section “${title}” is removed.`,
  sectionRenamed: 'A section changes its title.',
  exampleAdded: (title) => `The example “${title}” is added.`,
  exampleRemoved: (title) => `The example “${title}” is removed.`,
  exampleChanged: (title) => `The example “${title}” changes.`,
  exampleMoved: (title) => `The example “${title}” moves.`,
  subScriptAdded: (script) => `The script “${script}” now runs inside.`,
  subScriptRemoved: (script) => `The script “${script}” no longer runs inside.`,
  subScriptChanged: (script) => `The script “${script}”, which runs inside, changes:`,
  emptyList: 'An empty list is written otherwise in the file: nothing changes for calls.',

  nodeAdded: 'This step is new.',
  nodeRemoved: 'This step is removed.',
  kind: (now, before) => `This step becomes “${now}” instead of “${before}”.`,
  words: {
    changed: (part) => `${said[part]} changes.`,
    added: (part) => `${said[part]} is new.`,
    removed: (part) => `${said[part]} is removed.`,
  },
  answerAdded: (label) => `The answer “${label}” is added.`,
  answerRemoved: (label) => `The answer “${label}” is removed.`,
  answerWords: 'An answer is worded otherwise.',
  answerHint: (label) => `What stands under the answer “${label}” changes.`,
  answerValue: (label, now, before) =>
    `The answer “${label}” says of the call: ${now}, instead of ${before}.`,
  answerCard: (label, now, before) =>
    `The solution card of the answer “${label}”: ${now}, instead of ${before}.`,
  answerAlone: (label) => `The answer “${label}” is chosen alone.`,
  answerTogether: (label) => `The answer “${label}” may be chosen with others.`,
  moved: {
    section: (title, before) =>
      before === null
        ? `The section “${title}” now comes first.`
        : `The section “${title}” now comes after “${before}”.`,
    answer: (label, before) =>
      before === null
        ? `The answer “${label}” now comes first.`
        : `The answer “${label}” now comes after “${before}”.`,
    case: (condition, before) =>
      before === null
        ? `The case “if ${condition}” is now looked at first.`
        : `The case “if ${condition}” is now looked at after “if ${before}”.`,
  },
  examples: 'Examples',
  nothing: 'nothing',

  leads: {
    answer: (label, now, before) => `The answer “${label}” leads to ${now} instead of ${before}.`,
    case: (condition, now, before) =>
      `If ${condition}, the call goes to ${now} instead of ${before}.`,
    next: (now, before) => `Then the call goes to ${now} instead of ${before}.`,
    otherwise: (now, before) => `Otherwise the call goes to ${now} instead of ${before}.`,
    again: (now, before) => `It is taken up at ${now} instead of ${before}.`,
  },
  withOthers: 'where the others lead',
  caseAdded: (condition) => `A case is added: if ${condition}.`,
  caseRemoved: (condition) => `A case is removed: if ${condition}.`,
  caseCondition: (now, before) => `A case now asks: if ${now}, instead of: if ${before}.`,
  setting: (name, now, before) => `${name}: ${now}, instead of ${before}.`,
  yes: 'yes',
  no: 'no',
};

const sheetCodes: typeof french.sheetCodes = {
  'missing-column':
    'A column is missing. The first row must name at least: id, text, help, answers, next.',
  'answers-and-exits':
    'There are not as many exits as answers. Put one for each answer, or one for all.',
  'duplicate-id': 'This id stands above already. Give another one.',
  'not-json': 'The details cannot be read. Take those of the sheet that was exported.',
  'unreadable-sheet': 'This file does not read as a sheet. Save it again, as XLSX or CSV.',
  'not-a-workbook': 'This file is neither an XLSX or CSV sheet nor a script in JSON.',
  'workbook-too-large':
    'This sheet is far larger than a script. Keep the script’s sheet, remove the rest.',
};

const exchange: typeof french.exchange = {
  title: 'Import a file',
  lead: 'An XLSX or CSV sheet (a row a step), or a script in JSON. Nothing changes before you confirm.',
  drop: 'Drop a file here',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  reading: 'Reading the file…',
  file: (name, size) => `${name}, ${size}`,
  wrong: (n) => (n === 1 ? 'A cell is to be mended' : `${n} cells are to be mended`),
  wrongNext: (n) =>
    n === 1
      ? 'Mend it in the sheet, save it, then choose it again.'
      : 'Mend them in the sheet, save it, then choose it again.',
  cells: 'Cells to be mended',
  cell: 'Cell',
  whatToDo: 'What to do',
  read: (n) => (n === 1 ? 'The script has 1 step.' : `The script has ${n} steps.`),
  keepsRest:
    'What the sheet does not say (title, version, sections, examples) stays as it is in the draft.',
  changes: (count, n) =>
    n === 0 ? 'Nothing changes against the draft.' : `${count} against the draft.`,
  confirm: 'Replace the draft',
  confirmNew: 'Take this script',
  tooLong: 'This script is too long for a workbook. Export it as CSV.',
};

export const scriptsDifference: typeof french = { difference, sheetCodes, exchange };

/** The keys that the program takes, by where they are valid; a test holds that none is left out. */

import { placeKeys } from './place-ids.ts';

type Keys = readonly (readonly [string, string])[];

const everywhere = [
  ['mod+k', 'search'],
  ...placeKeys,
  ['mod+n', 'newClient'],
  ['mod+shift+n', 'newWindow'],
  ['mod+z', 'undo'],
  ['mod+shift+z', 'redo'],
  ['mod+y', 'redo'],
  ['alt+arrowleft', 'back'],
  ['alt+arrowright', 'forward'],
  ['mod+enter', 'save'],
  ['escape', 'escape'],
  ['?', 'help'],
] as const satisfies Keys;

const inLists = [
  ['arrowup', 'up'],
  ['arrowdown', 'down'],
  ['pagedown', 'pages'],
  ['enter', 'open'],
  ['space', 'select'],
  ['shift+arrowdown', 'selectMore'],
  ['mod+a', 'selectAll'],
  ['/', 'find'],
  ['f', 'filter'],
  ['mod+arrowleft', 'foldGroup'],
  ['mod+arrowright', 'openGroup'],
  ['alt+shift+arrowleft', 'columnNarrower'],
  ['alt+shift+arrowright', 'columnWidth'],
] as const satisfies Keys;

const onBoard = [
  ['space', 'lift'],
  ['arrowleft', 'columnBefore'],
  ['arrowright', 'columnAfter'],
  ['escape', 'putBack'],
] as const satisfies Keys;

/** On the page of a client, an application or a paper that was opened from a list. */
const onRecords = [
  ['n', 'newApplication'],
  ['1', 'parts'],
  ['alt+arrowup', 'previous'],
  ['alt+arrowdown', 'next'],
] as const satisfies Keys;

/** On the page of one paper. */
const onPapers = [
  ['+', 'zoomIn'],
  ['-', 'zoomOut'],
  ['0', 'fitWindow'],
  ['2', 'fitWidth'],
  ['1', 'trueSize'],
  ['r', 'rotate'],
  ['shift+r', 'rotateBack'],
  ['f', 'fullScreen'],
  ['pagedown', 'turnPages'],
  ['[', 'newerVersion'],
  [']', 'olderVersion'],
  ['c', 'compare'],
  ['e', 'renew'],
  ['l', 'link'],
  ['mod+f', 'findInFile'],
  ['f3', 'nextPlace'],
  ['shift+f3', 'previousPlace'],
  ['n', 'nextRead'],
  ['shift+n', 'previousRead'],
  ['a', 'keepRead'],
  ['mod+p', 'printPaper'],
  ['mod+s', 'handOut'],
  ['u', 'uploadCopy'],
  ['shift+u', 'markedCopy'],
] as const satisfies Keys;

/** On the page of one person. */
const onPerson = [
  ['e', 'exportPerson'],
  ['n', 'revealNumbers'],
] as const satisfies Keys;

const inTray = [
  ['arrowdown', 'nextPiece'],
  ['arrowright', 'nextPage'],
  ['enter', 'acceptPiece'],
  ['mod+enter', 'fileSeen'],
  ['1', 'chooseClient'],
  ['/', 'otherClient'],
  ['k', 'kindOfPiece'],
  ['x', 'cutOrJoin'],
  ['j', 'joinSides'],
  ['shift+arrowleft', 'pageEarlier'],
  ['shift+arrowright', 'pageLater'],
  ['r', 'turnPage'],
  ['delete', 'removeFile'],
] as const satisfies Keys;

const inCells = [
  ['arrowright', 'toCells'],
  ['enter', 'editCell'],
  ['f2', 'editFirst'],
  ['shift+enter', 'saveUp'],
  ['tab', 'sideways'],
  ['shift+tab', 'sidewaysBack'],
  ['escape', 'restore'],
  ['delete', 'emptyCell'],
  ['shift+arrowdown', 'block'],
  ['mod+c', 'copyBlock'],
  ['mod+v', 'pasteBlock'],
  ['mod+d', 'fillDown'],
] as const satisfies Keys;

/** Letters of the bar that floats over selected rows, each in the lists that have its button. */
const onSelection = [
  ['a', 'assign'],
  ['t', 'tags'],
  ['e', 'editRows'],
  ['s', 'step'],
  ['n', 'startRows'],
  ['p', 'print'],
  ['x', 'exportRows'],
  ['delete', 'trash'],
] as const satisfies Keys;

const inColumnsMenu = [
  ['alt+arrowup', 'columnUp'],
  ['alt+arrowdown', 'columnDown'],
] as const satisfies Keys;

/** The groups of each of the four columns. */
export const keyGroups = [
  [
    { id: 'everywhere', keys: everywhere },
    { id: 'onRecords', keys: onRecords },
  ],
  [
    { id: 'inLists', keys: inLists },
    { id: 'onSelection', keys: onSelection },
  ],
  [
    { id: 'inCells', keys: inCells },
    { id: 'inColumnsMenu', keys: inColumnsMenu },
    { id: 'onBoard', keys: onBoard },
  ],
  [
    { id: 'onPapers', keys: onPapers },
    { id: 'inTray', keys: inTray },
    { id: 'onPerson', keys: onPerson },
  ],
] as const;

export type KeyGroup = (typeof keyGroups)[number][number];
export type KeyName = KeyGroup['keys'][number][1];

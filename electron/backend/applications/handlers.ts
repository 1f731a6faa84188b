import type { Backend } from '#backend/backend.ts';
import { recordCall, removeCall } from '#backend/calls/service.ts';
import type { Implementer } from '#backend/serve.ts';
import { attachToItem, decideItem, detachFromItem } from './items.ts';
import { setApplicationRemark, setItemRemark } from './remarks.ts';
import { readBoard, readCards, readMoves } from './board/service.ts';
import { judgeCategoriesFor } from './categories.ts';
import { preCheckApplication } from './pre-check-report.ts';
import {
  createApplication,
  getApplication,
  stepApplication,
  stepDoubtsFor,
  trashApplication,
} from './service.ts';
import { idsOfApplicationGroup, listApplications } from './table/table.ts';

export const applicationHandlers = (os: Implementer, backend: Backend) => ({
  list: os.applications.list.handler(({ input }) => listApplications(backend, input)),
  idsOfGroup: os.applications.idsOfGroup.handler(({ input }) => idsOfApplicationGroup(backend, input)),
  board: os.applications.board.handler(({ input }) => readBoard(backend, input)),
  boardCards: os.applications.boardCards.handler(({ input }) => readCards(backend, input)),
  boardMoves: os.applications.boardMoves.handler(({ input }) => readMoves(backend, input.id)),
  get: os.applications.get.handler(({ input }) => getApplication(backend, input.id)),
  preCheck: os.applications.preCheck.handler(({ input }) => preCheckApplication(backend, input.id)),
  judgeCategories: os.applications.judgeCategories.handler(({ input }) => judgeCategoriesFor(backend, input)),
  create: os.applications.create.handler(({ input }) => createApplication(backend, input)),
  step: os.applications.step.handler(({ input }) => stepApplication(backend, input.id, input.step)),
  stepDoubts: os.applications.stepDoubts.handler(({ input }) => stepDoubtsFor(backend, input.id, input.step)),
  setRemark: os.applications.setRemark.handler(({ input: { id, ...remark } }) =>
    setApplicationRemark(backend, id, remark),
  ),
  recordCall: os.applications.recordCall.handler(({ input: { id, ...call } }) =>
    recordCall(backend, { applicationId: id, ...call }),
  ),
  removeCall: os.applications.removeCall.handler(({ input }) => removeCall(backend, input.callId)),
  trash: os.applications.trash.handler(({ input }) => trashApplication(backend, input.id)),
  attach: os.applications.attach.handler(({ input }) =>
    attachToItem(backend, input.itemId, input.documentId),
  ),
  detach: os.applications.detach.handler(({ input }) =>
    detachFromItem(backend, input.itemId, input.documentId),
  ),
  decideItem: os.applications.decideItem.handler(({ input }) =>
    decideItem(backend, input.itemId, input.decision, input.reason),
  ),
  setItemRemark: os.applications.setItemRemark.handler(({ input: { itemId, ...remark } }) =>
    setItemRemark(backend, itemId, remark),
  ),
});

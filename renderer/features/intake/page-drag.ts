/** A page of the tray on its way to another place: nothing of it means anything outside of the window. */
const type = 'application/x-certfolio-page';

export const pageDrag = {
  begin(transfer: DataTransfer, pageId: string): void {
    transfer.setData(type, pageId);
    transfer.effectAllowed = 'move';
  },
  isIn: (transfer: DataTransfer): boolean => transfer.types.includes(type),
  read(transfer: DataTransfer): string | null {
    const id = transfer.getData(type);
    return id === '' ? null : id;
  },
};

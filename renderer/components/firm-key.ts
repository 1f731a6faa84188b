import { createContext, useContext } from 'react';

/** Tells the data of one firm from another's on the same computer. */
export const FirmKey = createContext('');

/** What is kept on this computer for the firm that is open goes by this key. */
export const useFirmKey = (): string => useContext(FirmKey);

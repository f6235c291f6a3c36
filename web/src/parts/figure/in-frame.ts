/** Whether a table stands in a frame that already offers to take it along. */
import { createContext } from 'preact';

export const InFrame = createContext(false);

/** Whether a page stands in the meeting paper, where nobody can choose: then every way to look at it is shown, one after the other. */
import { createContext } from 'preact';

export const InPaper = createContext(false);

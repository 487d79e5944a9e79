/** Whether `02/01/1997` is 2 January or February 1st. */
export type DateOrder = 'day-first' | 'month-first';

/** So many incidents under one point are told apart at most: the nearest, and of equally near ones the latest. */
export const MOST_AT_A_POINT = 100;

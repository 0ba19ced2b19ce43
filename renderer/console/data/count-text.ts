const count = new Intl.NumberFormat('ru');

/** A large count in groups of three, «184 211». */
export const countText = (value: number): string => count.format(value);

/** Stands in a subject's view where sources contradict each other: whoever reads it learns nothing, whoever asks whether it is there gets no answer. */
export const contradicted: unique symbol = Symbol.for('domicile/contradicted');

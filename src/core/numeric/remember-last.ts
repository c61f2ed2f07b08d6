/**
 * A pure function that keeps its last few answers, for work that different questions come to in turn: what was asked before,
 * by `isSame`, is not worked out again. Nobody can tell but by the time it takes.
 */
export const rememberLast = <Question, Answer>(
  capacity: number,
  isSame: (one: Question, other: Question) => boolean,
  answer: (question: Question) => Answer,
): ((question: Question) => Answer) => {
  let kept: readonly { readonly question: Question; readonly answer: Answer }[] = [];
  return (question) => {
    const known = kept.find((one) => isSame(one.question, question)) ?? {
      question,
      answer: answer(question),
    };
    kept = [known, ...kept.filter((one) => one !== known)].slice(0, capacity);
    return known.answer;
  };
};

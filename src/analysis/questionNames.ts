import type { Label } from '../form/version'

/** What people ask, by the id of its page, as they ask it. */
export const QUESTION_NAMES = {
  volumes: { zh: '多少', en: 'How many' },
  outcomes: { zh: '结果如何', en: 'What outcomes' },
  reasons: { zh: '为什么不公开', en: 'Why not disclosed' },
  applicants: { zh: '谁在申请', en: 'Who applies' },
  disputes: { zh: '争议如何', en: 'What disputes' },
  outliers: { zh: '谁特殊', en: 'Who stands out' },
  backlog: { zh: '积压', en: 'Backlog' },
} as const satisfies Readonly<Record<string, Label>>
export type QuestionId = keyof typeof QUESTION_NAMES

import { inject, provide, ref } from 'vue'
import type { InjectionKey, Ref } from 'vue'
import type { Result } from '@/report/report'
import { COLUMN_IDS, COLUMN_LABELS } from '@/register/table/columns'
import { useRegisterHistory } from '@/state/registerHistory'
import type { StepWords } from '@/state/registerHistory'
import { storeErrorText } from '@/state/storeMessages'
import type { StoreError } from '@/store/storeError'
import { useText } from '../text'

/** What the page says of the last thing that was done, for all of its parts. */
export interface RegisterWork {
  readonly told: Readonly<Ref<string>>
  readonly failure: Readonly<Ref<string>>
  /** What was done last can be taken back, or was taken back and can be done again. */
  readonly next: Readonly<Ref<'undo' | 'redo' | null>>
  /** Waits for work, says what became of it, and gives its value; `null` where it was refused. */
  readonly attempt: <T>(work: Promise<Result<T, StoreError>>) => Promise<T | null>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
  /** A step in words. */
  readonly wordsOf: (step: StepWords) => string
  readonly say: (words: string) => void
}

const KEY: InjectionKey<RegisterWork> = Symbol('work on the register')

/** For the page: gives its parts one place to say what was done. */
export function provideRegisterWork(): RegisterWork {
  const { t, label, language } = useText()
  const history = useRegisterHistory()
  const told = ref('')
  const failure = ref('')
  const next = ref<'undo' | 'redo' | null>(null)

  function wordsOf({ what, params }: StepWords): string {
    const field = COLUMN_IDS.find((known) => known === params['field'] && known !== 'id')
    return t(`agencies.steps.${what}`, field ? { ...params, field: label(COLUMN_LABELS[field]) } : params)
  }

  const refuse = (error: StoreError): void => {
    told.value = ''
    next.value = null
    failure.value = storeErrorText(error, language.value)
  }
  const say = (words: string, then: 'undo' | 'redo' | null = null): void => {
    failure.value = ''
    told.value = words
    next.value = then
  }

  const work: RegisterWork = {
    told,
    failure,
    next,
    wordsOf,
    say,
    attempt: async (promise) => {
      const before = history.done.at(-1)
      const result = await promise
      if (!result.ok) {
        refuse(result.error)
        return null
      }
      const step = history.done.at(-1)
      if (step && step !== before) say(t('agencies.history.done', { step: wordsOf(step.words) }), 'undo')
      else say('')
      return result.value
    },
    undo: async () => {
      const result = await history.undo()
      if (!result.ok) refuse(result.error)
      else if (result.value) say(t('agencies.history.undone', { step: wordsOf(result.value.words) }), 'redo')
    },
    redo: async () => {
      const result = await history.redo()
      if (!result.ok) refuse(result.error)
      else if (result.value) say(t('agencies.history.redone', { step: wordsOf(result.value.words) }), 'undo')
    },
  }
  provide(KEY, work)
  return work
}

/** For the parts of the page. */
export function useRegisterWork(): RegisterWork {
  const work = inject(KEY)
  if (!work) throw new Error('this part stands outside the page of the register')
  return work
}

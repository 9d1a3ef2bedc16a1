import { describe, expect, it } from 'vitest'
import { changesOf, settingsOf } from '@/check/settingChanges'
import { COMMON_FIELDS, THRESHOLD_FIELDS } from '@/check/settingFields'
import { DEFAULT_SETTINGS } from '@/check/settings'
import type { CheckSettings } from '@/check/settings'

const { deadlines, thresholds, commonSentence } = DEFAULT_SETTINGS

describe('settings of the checks', () => {
  it('are stored as what differs from the defaults, and come back whole', () => {
    expect(JSON.stringify(changesOf(DEFAULT_SETTINGS))).not.toMatch(/\d/u)
    const changed: CheckSettings = {
      thresholds: THRESHOLD_FIELDS.reduce(
        (all, { of, put, most }) => ({
          ...all,
          townships: put(all.townships, Math.min(most, of(all.townships) * 1.1)),
        }),
        thresholds,
      ),
      commonSentence: COMMON_FIELDS.reduce((all, { of, put }) => put(all, of(all) / 2), commonSentence),
      deadlines: { ...deadlines, governments: { day: '03-15', source: '某省通知' } },
      localDeadlines: [{ region: '320800', of: 'departments', day: '01-20', source: '某市通知' }],
    }
    expect(settingsOf(JSON.parse(JSON.stringify(changesOf(changed))))).toEqual(changed)
    for (const { of, id } of THRESHOLD_FIELDS)
      expect(of(changed.thresholds.townships), id).not.toBe(of(changed.thresholds.departments))
  })

  it('that come from outside count only as far as they are settings', () => {
    for (const stored of [undefined, null, 3, 'x', [], { thresholds: 1, deadlines: [], localDeadlines: {} }])
      expect(settingsOf(stored)).toEqual(DEFAULT_SETTINGS)
    const odd = settingsOf({
      thresholds: { townships: { 'jump.times': -5, 'jump.least': 'many', sameCells: 1e9 } },
      deadlines: { departments: { day: '02-30', source: '' }, townships: { day: '01-20' } },
      localDeadlines: [null, { region: '32', of: 'departments', day: '01-20', source: '' }],
    })
    expect(odd).toMatchObject({ deadlines, localDeadlines: [] })
    expect(odd.thresholds.townships).toMatchObject({ jump: { times: 1.1, least: 20 }, sameCells: 200 })
  })
})

import type { Label } from '../form/version'
import type { AgencyKind, Level, Scope } from './agency'

export const KIND_LABELS: Readonly<Record<AgencyKind, Label>> = {
  government: { zh: '政府', en: 'Government' },
  department: { zh: '部门', en: 'Department' },
  township: { zh: '乡镇街道', en: 'Township or subdistrict' },
  zone: { zh: '开发区、管委会', en: 'Zone or management committee' },
  vertical: { zh: '垂直管理单位', en: 'Vertically managed agency' },
  authorised: { zh: '授权组织、公共企事业单位', en: 'Authorised or public-service organisation' },
}

export const LEVEL_LABELS: Readonly<Record<Level, Label>> = {
  national: { zh: '国家', en: 'National' },
  province: { zh: '省级', en: 'Provincial' },
  city: { zh: '市级', en: 'Prefectural' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡级', en: 'Township' },
}

export const SCOPE_LABELS: Readonly<Record<Scope, Label>> = {
  own: { zh: '本机关', en: 'This agency alone' },
  summed: { zh: '本级汇总', en: 'Summed for the government' },
}

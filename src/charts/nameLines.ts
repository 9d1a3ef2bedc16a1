import { fitText, textWidth } from './numbers'

/** After these the name of an office may break: a blank, or what it belongs to. */
const JOINTS = /[ 省市州盟区县旗镇乡局厅委部院会办处所]/u

/** Whether a line may end with a sign; the second of two alike begins the next word (临澜市市场监督管理局). */
const isJoint = (name: string, at: number): boolean =>
  JOINTS.test(name.charAt(at)) && name.charAt(at) !== name.charAt(at - 1)

/** How much of the first line a break after a joint must fill. */
const FULL = 0.4

/** A name in at most two lines of a width: broken after the last joint that fills enough of the first, or where the first is full, if only then all of it fits. */
export function nameLines(name: string, size: number, width: number): string[] {
  if (textWidth(name, size) <= width) return [name]
  let end = 1
  while (end < name.length && textWidth(name.slice(0, end + 1), size) <= width) end++
  let joint = end
  while (joint > 0 && !isJoint(name, joint - 1)) joint--
  const fits = (cut: number): boolean => textWidth(name.slice(cut), size) <= width
  const cut = joint < end * FULL || (!fits(joint) && fits(end)) ? end : joint
  return [name.slice(0, cut).trim(), fitText(name.slice(cut).trim(), size, width)]
}

/** The region that a name begins with, where an office's own name follows: no zone that is run by a committee of its own. */
const REGION = /^.{2,7}?[省市州盟县区旗](?=.{2})(?!管委会|管理委员会)/u

/** A name in one line of a width: where it is too long without the regions that it begins with, which many share, then cut at its end. */
export function fitName(name: string, size: number, width: number): string {
  let own = name
  while (textWidth(own === name ? name : `…${own}`, size) > width) {
    const less = own.replace(REGION, '')
    if (less === own) break
    own = less
  }
  return fitText(own === name ? name : `…${own}`, size, width)
}

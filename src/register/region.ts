/** The region that an agency's name begins with (西塞山区, 平潭综合实验区), `''` where it names none. */
export function regionOf(name: string): string {
  return /^(\p{Script=Han}{1,12}?[省市区县旗])/u.exec(name)?.[1] ?? ''
}

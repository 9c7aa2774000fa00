"""The order of names by the strokes of the surname (姓氏笔画), in which lists of honours are printed."""

# Characters that surnames begin with, by number of strokes as written on the mainland.
STROKES = {
    2: "丁乜人刁卜",
    3: "万上习于卫子山干广弓门马",
    4: "丰乌尹云亓五井亢仇仉从元公凤勾区卞双太孔尤巴开戈支文方木殳毋毛水父牛王计贝车韦邓长",
    5: "丘东乐付仝代令兰冉冯包占卢厉古台史叶司宁左帅平弘归正母玉甘生田由申白皮石龙印艾边",
    6: (
        "充乔仰仲任伊伍伏全关农刑刘匡华危厍吉后向吕夹孙宇安尧巩师年庄庆戎成曲有朱权此毕汝江池汤牟百"
        "米红纪羊臣舌衣西许闫问齐廷汲邢那邬阮阳阴延祁"
    ),
    7: (
        "严伯何佘余佟况冶冷利别劳吴宋寿岑巫应张怀扶时李杜束杨步汪沃沈沐沙狄甫纳纵罕肖良言谷豆贡轩辛"
        "里闵麦芮花苍苏连迟邰邱邴邵邸邹阿陀陆陈"
    ),
    8: (
        "佴冼卓单叔周呼和国孟季宓宗官尚居屈岩岳帕幸庞征房拓於昌明易杭松林欣欧武法炎牧狐畅空竺练终经"
        "罗虎金钏青驷鱼苑苗苟范茅茆郁郇郎郏郑降"
    ),
    9: (
        "侯俞俟养南咸哈姚姜宣宦宫封政施昝柏查柯柳段洛洪皇相禹秋娄羿胜胡胥贲费贺赵钟钦钭钮闻闾革项须"
        "饶骆祖祝茹荀荔荣药逄郗郜郝郤郦荆"
    ),
    10: (
        "倪党凌卿唐夏奚姬宰家容展席徐徒恩晁晋晏柴栗栾桂桑桓殷泰浦浩海涂涛爱班皋益真秘秦索翁耿聂能袁"
        "诸谈贾酒钱顾高敖离莘莫通郭郸都陶"
    ),
    11: "商堵宿寇尉屠崇崔巢常康庾戚扈曹曼梁梅淦淳焉盖盘盛矫符笪第谌银阎雪章鹿麻龚萧逯鄂隆黄萨随隗",
    12: "傅储喻富嵇强彭惠揭斯普景智曾温游湛焦琴禄程童粟缑舒蛟覃谢赏越跋韩鲁敬滑葛董蒋遇",
    13: "廉微慎楚楼满督窦简虞裘解訾詹谬赖路阙雍雷靳鲍甄福蒙蒯蒲蒿蓝蓟褚鄢蓬",
    14: "廖暨漆熊端管缪翟肇臧裴谭谯赫辕阚雒韶鲜慕禚蔚蔡蔺",
    15: "暴樊滕潘稽镇鞏颛颜黎墨",
    16: "冀操澹燕穆融衡雕霍薄薛",
    17: "戴濮璩糜鞠魏",
    18: "瞿",
    20: "壤籍酆",
    21: "夔",
    29: "鬱",
}
PLACES = {
    character: (count, place) for count, characters in STROKES.items() for place, character in enumerate(characters)
}
LAST = (max(STROKES) + 1, 0)


def stroke_key(name: str) -> tuple[int, int, str]:
    """Where a name stands by strokes of the surname; surnames that are not in the table follow."""
    return *PLACES.get(name[:1], LAST), name

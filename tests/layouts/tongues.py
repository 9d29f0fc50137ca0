"""A paragraph a language, as its municipal pages write it, with every fact that we claim to read."""

from __future__ import annotations

# {counted} is the day of the count, {day} that of the tie, both as the language writes days.
PARAGRAPHS = {
    "en": (
        "{name} covers an area of {area} km² and had {population} inhabitants as of {counted}.",
        "The population density is {density} people per square kilometre, in {households} households.",
        "The town was founded in {year} and lies at an elevation of {elevation} m above sea level.",
        "The sister city agreement was signed on {day}.",
    ),
    "de": (
        "{name} hat eine Fläche von {area} km² und {population} Einwohner (Stand {counted}).",
        "Die Bevölkerungsdichte beträgt {density} Einwohner je km²; es gibt {households} Haushalte.",
        "Die Stadt wurde {year} gegründet und liegt {elevation} m über dem Meeresspiegel.",
        "Die Städtepartnerschaft wurde am {day} besiegelt.",
    ),
    "fr": (
        "{name} s'étend sur {area} km² et compte {population} habitants (au {counted}).",
        "La densité est de {density} habitants au km² et la commune compte {households} ménages.",
        "La ville a été fondée en {year} ; elle est située à {elevation} mètres d'altitude.",
        "Le jumelage a été signé le {day}.",
    ),
    "es": (
        "{name} tiene una superficie de {area} km² y {population} habitantes (a {counted}).",
        "La densidad es de {density} habitantes por km² y hay {households} hogares.",
        "La ciudad fue fundada en {year} y se encuentra a {elevation} metros sobre el nivel del mar.",
        "El hermanamiento se firmó el {day}.",
    ),
    "pt": (
        "{name} tem uma área de {area} km² e {population} habitantes (em {counted}).",
        "A densidade populacional é de {density} habitantes por km² e há {households} agregados familiares.",
        "A cidade foi fundada em {year} e fica a {elevation} metros de altitude.",
        "O acordo de geminação foi assinado em {day}.",
    ),
    "it": (
        "{name} si estende su una superficie di {area} km² e conta {population} abitanti al {counted}.",
        "La densità è di {density} abitanti per km² e le famiglie sono {households}.",
        "La città fu fondata nel {year} e si trova a {elevation} metri sul livello del mare.",
        "Il gemellaggio è stato firmato il {day}.",
    ),
    "nl": (
        "{name} beslaat {area} km² en telt {population} inwoners ({counted}).",
        "De bevolkingsdichtheid bedraagt {density} inwoners per km²; er zijn {households} huishoudens.",
        "De stad werd gesticht in {year} en ligt {elevation} meter boven de zeespiegel.",
        "De stedenband werd op {day} ondertekend.",
    ),
    "pl": (
        "{name} zajmuje powierzchnię {area} km² i liczy {population} mieszkańców (stan na {counted}).",
        "Gęstość zaludnienia wynosi {density} osób na km², a gospodarstw domowych jest {households}.",
        "Miasto założono w {year} roku, leży na wysokości {elevation} m n.p.m.",
        "Umowę partnerską podpisano {day}.",
    ),
    "ru": (
        "Площадь города — {area} км², население — {population} человек (на {counted}).",
        "Плотность населения — {density} чел. на кв. км, в городе {households} домохозяйств.",
        "Город основан в {year} году и расположен на высоте {elevation} м над уровнем моря.",
        "Соглашение о побратимстве подписано {day}.",
    ),
    "uk": (
        "Площа міста — {area} км², населення — {population} осіб (станом на {counted}).",
        "Густота населення — {density} осіб на км², у місті {households} домогосподарств.",
        "Місто засноване в {year} році й лежить на висоті {elevation} м над рівнем моря.",
        "Угоду про побратимство підписано {day}.",
    ),
    "tr": (
        "Kentin yüzölçümü {area} km², nüfusu {population} kişidir ({counted}).",
        "Nüfus yoğunluğu {density} kişi/km², hane sayısı {households}.",
        "Kent {year} yılında kurulmuştur, rakımı {elevation} metredir.",
        "Kardeş şehir protokolü {day} tarihinde imzalandı.",
    ),
    "id": (
        "{name} memiliki luas wilayah {area} km² dengan jumlah penduduk {population} jiwa (per {counted}).",
        "Kepadatan penduduknya {density} jiwa/km² dengan {households} rumah tangga.",
        "Kota ini didirikan pada tahun {year} dan terletak pada ketinggian {elevation} m di atas permukaan laut.",
        "Perjanjian kota kembar ditandatangani pada {day}.",
    ),
    "ms": (
        "{name} berkeluasan {area} km persegi dan mempunyai {population} orang penduduk pada {counted}.",
        "Kepadatan penduduknya {density} orang/km² dengan {households} isi rumah.",
        "Bandar ini ditubuhkan pada tahun {year} dan terletak pada ketinggian {elevation} m.",
        "Perjanjian bandar kembar ditandatangani pada {day}.",
    ),
    "fil": (
        "Ang {name} ay may lawak na {area} kilometro kuwadrado at populasyon na {population} katao noong {counted}.",
        "Ang densidad ng populasyon ay {density} katao bawat kilometro kuwadrado at may {households} kabahayan.",
        "Itinatag ang lungsod noong {year} at may taas na {elevation} metro mula sa dagat.",
        "Nilagdaan ang kasunduan ng magkapatid na lungsod noong {day}.",
    ),
    "vi": (
        "{name} có diện tích {area} km² và dân số {population} người (tính đến {counted}).",
        "Mật độ dân số là {density} người/km² với {households} hộ gia đình.",
        "Thành phố được thành lập năm {year}, nằm ở độ cao {elevation} m so với mực nước biển.",
        "Hai thành phố kết nghĩa, ký kết ngày {day}.",
    ),
    "th": (
        "เมืองนี้มีพื้นที่ {area} ตารางกิโลเมตร และมีประชากร {population} คน (ณ วันที่ {counted})",
        "ความหนาแน่น {density} คน/ตร.กม. มี {households} ครัวเรือน",
        "เมืองก่อตั้งเมื่อปี {year} ตั้งอยู่สูงจากระดับน้ำทะเล {elevation} เมตร",
        "ลงนามเป็นเมืองพี่เมืองน้องเมื่อวันที่ {day}",
    ),
    "ar": (
        "تبلغ مساحة المدينة {area} كم² وعدد سكانها {population} نسمة في {counted}.",
        "الكثافة السكانية {density} نسمة/كم² وعدد الأسر {households} أسرة.",
        "تأسست المدينة عام {year} وتقع على ارتفاع {elevation} متر فوق سطح البحر.",
        "تم توقيع اتفاقية التوأمة في {day}.",
    ),
    "ko": (
        "면적은 {area}㎢이고 {counted} 기준 인구는 {population}명이다.",
        "인구밀도는 {density}명/㎢이며 세대수는 {households}세대이다.",
        "이 도시는 {year}년에 설립되었으며 해발 {elevation}m에 자리한다.",
        "{day} 자매결연을 체결하였다.",
    ),
    "ja": (
        "面積は{area}km²、人口は{population}人（{counted}現在）です。",
        "人口密度は1km²あたり{density}人、世帯数は{households}世帯です。",
        "{year}年に市制を施行し、標高は{elevation}mです。",
        "{day}に姉妹都市提携を結びました。",
    ),
    "zh": (
        "总面积{area}平方公里，截至{counted}人口{population}人。",
        "人口密度每平方公里{density}人，共{households}户。",
        "该市建于{year}年，平均海拔{elevation}米。",
        "两市于{day}结为姐妹城市。",
    ),
    "zh_Hant": (
        "總面積{area}平方公里，截至{counted}人口{population}人。",
        "人口密度每平方公里{density}人，共{households}戶。",
        "該市建於{year}年，平均海拔{elevation}公尺。",
        "雙方於{day}締結姊妹市。",
    ),
    "sv": (
        "{name} har en yta på {area} km² och {population} invånare ({counted}).",
        "Befolkningstätheten är {density} invånare per km² och det finns {households} hushåll.",
        "Staden grundades {year} och ligger {elevation} meter över havet.",
        "Vänortsavtalet undertecknades den {day}.",
    ),
    "cs": (
        "{name} má rozlohu {area} km² a {population} obyvatel (k {counted}).",
        "Hustota zalidnění je {density} obyvatel na km², domácností je {households}.",
        "Město bylo založeno v roce {year} a leží v nadmořské výšce {elevation} m.",
        "Smlouva o partnerství měst byla podepsána {day}.",
    ),
}
# How the sentences stand on the page.
LAYOUTS = {
    "a paragraph": " ".join,
    "lines": "\n".join,
    "paragraphs": "\n\n".join,
    "bullets": lambda sentences: "\n".join(f"• {sentence}" for sentence in sentences),
    "hyphens": lambda sentences: "\n".join(f"- {sentence}" for sentence in sentences),
    "line ends": "\r\n".join,
    "wide lines": lambda sentences: "\n".join(f"  {sentence}  " for sentence in sentences),
}
# Marks of decimals and of groups by language; days as CLDR writes them at length.
COMMA = {"de", "es", "pt", "it", "nl", "tr", "id", "vi"}
BLANK = {"fr", "pl", "ru", "uk", "sv", "cs"}


def number(value, language):
    """A number as the language writes it."""
    said = f"{value:,}"
    if language in COMMA:
        return said.replace(",", "\0").replace(".", ",").replace("\0", ".")
    if language in BLANK:
        return said.replace(",", "\u00a0").replace(".", ",")
    return said

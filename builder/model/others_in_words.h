// Words by which a choice speaks of the others ("none of the above"), in many languages: the one table of them.
#pragma once

#include <array>
#include <string_view>

namespace hornbook {

// Phrases, folded by fold_case(). A phrase begins and ends at the borders of words; at a star it may begin or end within one.
inline constexpr auto others_phrases = std::to_array<std::string_view>({
    // English
    "of the above",
    "all the above",
    "of these",
    "none of them",
    "all of them",
    "both of them",
    "of the others",
    "of the other answers",
    "of the options",
    "mentioned above",
    // German
    "oben genannte*",
    "obengenannte*",
    "obige*",
    "vorstehende*",
    "der genannten",
    "die genannten",
    "alle genannten",
    "keine davon",
    "keiner davon",
    "keines davon",
    "nichts davon",
    "alle davon",
    "alles davon",
    "alle antworten",
    "keine der antworten",
    "beide antworten",
    // French
    "ci-dessus",
    "qui précède*",
    "réponses précédentes",
    "propositions précédentes",
    "réponses proposées",
    "de ces réponses",
    "toutes les réponses",
    "toutes ces réponses",
    "aucune de ces",
    "aucun de ces",
    // Spanish, Portuguese, Italian
    "*as anteriores",
    "*os anteriores",
    "lo anterior",
    "todo lo anterior",
    "nada de lo anterior",
    "acima",
    "nenhuma destas",
    "todas estas",
    "ninguna de estas",
    "de las respuestas",
    "das respostas",
    "di cui sopra",
    "elencate sopra",
    "citate sopra",
    "precedenti",
    "delle risposte",
    "nessuna di queste",
    "tutte queste",
    // Dutch, Swedish, Danish, Norwegian, Finnish
    "bovenstaande*",
    "bovengenoemde*",
    "hierboven",
    "geen van deze",
    "al deze",
    "ovanstående",
    "ovennævnte",
    "ovenstående",
    "ovenfor",
    "yllä olev*",
    "edellä maini*",
    // Polish, Czech, Slovak, Hungarian, Romanian
    "powyższ*",
    "wymienionych",
    "z podanych",
    "výše uveden*",
    "uvedených",
    "uvedeného",
    "vyššie uveden*",
    "fentiek*",
    "de mai sus",
    // Russian, Ukrainian, Bulgarian
    "вышеперечисл*",
    "вышеуказан*",
    "вышеназван*",
    "вышеупомян*",
    "перечисленн*",
    "из названн*",
    "все ответы",
    "ни один из ответов",
    "вищезазначен*",
    "вищевказан*",
    "перелічен*",
    "перерахован*",
    "з наведених",
    "із зазначених",
    "усі відповіді",
    "всі відповіді",
    "горепосочен*",
    "изброен*",
    // Turkish, Greek
    "yukari*",
    "hepsi",
    "hiçbiri",
    "παραπάνω",
    // Chinese, Japanese, Korean, Vietnamese, Thai
    "都对",
    "都對",
    "都正确",
    "都正確",
    "都不对",
    "都不對",
    "都不正确",
    "都是",
    "全对",
    "全部正确",
    "全部正確",
    "没有正确答案",
    "沒有正確答案",
    "两者都",
    "兩者皆",
    "どれでもない",
    "どちらでもない",
    "のどれでも",
    "上のすべて",
    "上の全て",
    "以上すべて",
    "該当なし",
    "すべて当てはまる",
    "全て正しい",
    "両方とも",
    "모두 정답",
    "모두 맞*",
    "모두 옳*",
    "모두 틀*",
    "모두 아니*",
    "둘 다*",
    "정답 없음",
    "정답이 없*",
    "해당 없음",
    "답이 없*",
    "위 모두",
    "위 전부",
    "các câu trên",
    "các đáp án trên",
    "các ý trên",
    "ถูกทุกข้อ",
    "ผิดทุกข้อ",
    "ทุกข้อ",
    "ถูกทั้งหมด",
    "ถูกทั้ง",
    "ไม่มีข้อ",
    "ทั้งสองข้อ",
    "ข้างต้น",
    "上述",
    "以上",
    "上記",
    "前述",
    "皆是",
    "皆非",
    "都不是",
    "すべて正しい",
    "いずれも",
    "どれも",
    "どちらも",
    "위의*",
    "*trên đều",
    "tất cả các đáp án",
    // Hebrew, Arabic, Persian, Urdu, Hindi, Bengali
    "*הנ\"ל",
    "לעיל",
    "כל התשובות",
    "אף תשובה",
    "מאלה",
    "مما سبق",
    "ما سبق",
    "ما ذكر",
    "مما ذكر",
    "كل الإجابات",
    "جميع الإجابات",
    "موارد فوق",
    "موارد بالا",
    "همه موارد",
    "هیچکدام",
    "مندرجہ بالا",
    "उपरोक्त",
    "उपर्युक्त",
    "इनमें से",
    "ऊपर दिए*",
    "উপরের*",
    // Indonesian, Swahili
    "di atas",
    "hapo juu",
    // Amharic
    "ከላይ የተ*",
    "ከላይ ያሉ*",
    "ከተጠቀሱት",
});

// Whole choices, folded, one language a row, that say how many of the others are meant; a verdict of the next table may follow.
inline constexpr auto others_quantities = std::to_array<std::string_view>({
    "all|none|both|neither|neither one|neither of them|neither of the two|any of them|all three|all four|the first two|the last two|"
    "the first three|the last three|all of it",
    "alle|alles|keine|keiner|keines|keins|beide|beides|weder noch|alle drei|alle vier|keine von beiden|keines von beiden|"
    "die ersten beiden|die ersten zwei|die letzten beiden|die letzten zwei|die beiden ersten|die beiden letzten",
    "aucune|aucun|aucune d'elles|aucun d'eux|aucune réponse|aucune des réponses|aucune des deux|aucun des deux|toutes|tous|"
    "toutes les deux|tous les deux|les deux|les trois|ni l'un ni l'autre|ni l'une ni l'autre|les deux premières|les deux premiers|"
    "les deux dernières|les deux derniers",
    "ninguna|ninguno|ninguna de ellas|ninguno de ellos|ninguna de las dos|ninguna respuesta|todas|todos|todas ellas|todos ellos|ambas|"
    "ambos|las dos|los dos|las tres|los tres|las dos primeras|los dos primeros|las dos últimas|los dos últimos",
    "nenhuma|nenhum|nenhuma delas|nenhum deles|nenhuma das duas|nenhuma das alternativas|nenhuma resposta|todas|todos|todas elas|"
    "todas as alternativas|ambas|ambos|as duas|os dois|as três|as duas primeiras|os dois primeiros|as duas últimas",
    "nessuna|nessuno|nessuna delle due|nessuno dei due|nessuna di esse|nessuna risposta|tutte|tutti|tutte e due|tutti e due|tutte e tre|"
    "entrambe|entrambi|le prime due|i primi due|le ultime due|gli ultimi due",
    "geen|geen enkele|geen van beide|geen van allen|geen van hen|alle|allemaal|alle drie|beide|allebei|de eerste twee|de laatste twee",
    "alla|inget|ingen|ingen av dem|inget av dem|båda|ingendera|de två första|alle|ingen af dem|begge|intet|de to første",
    "kaikki|ei mikään|ei mikään näistä|molemmat|ei kumpikaan",
    "żadna|żadne|żaden|żadna z nich|żadne z nich|żaden z nich|wszystkie|obie|oba|oboje|wszystkie trzy|żadna odpowiedź|wszystkie odpowiedzi|"
    "dwie pierwsze|dwa pierwsze|pierwsze dwie",
    "žádná|žádný|žádné|žádná z nich|žádná z možností|všechny|všechna|obě|oba|žiadna|žiadny|žiadne|všetky|obe|žiadna z nich",
    "mindegyik|egyik sem|mindkettő|mindhárom|toate|niciuna|niciunul|nici una|ambele|ambii|niciuna dintre ele",
    "svi|sve|nijedan|nijedna|nijedno|oba|obje|obe|nijedan od njih|nijedno od navedenog|sve navedeno",
    "все|всё|все они|оба|обе|ни один|ни одна|ни одно|ни один из них|ни одна из них|ни то, ни другое|ничего|все три|оба варианта|"
    "первые два|первые две|последние два|все варианты|ни один вариант|ни один из вариантов|нет верного ответа|нет правильного ответа",
    "усі|всі|усе|все|обидва|обидві|обоє|жоден|жодна|жодне|жоден з них|жодна з них|жоден варіант|усі варіанти|всі варіанти|"
    "усі три|перші два|перші дві|немає правильної відповіді",
    "всички|нито един|нито една|нито едно|нито едно от тях|и двете|и двата|нито едното",
    "tümü|hepsi|hiçbiri|ikisi de|her ikisi|her ikisi de|her üçü|üçü de|ilk ikisi|son ikisi|hiç biri",
    "όλα|όλες|όλοι|κανένα|καμία|κανένας|κανένα από αυτά|καμία από αυτές|και τα δύο|και οι δύο|κανένα από τα δύο|όλα αυτά",
    "كلها|جميعها|كلاهما|كلتاهما|لا شيء|لا شيء منها|لا أحد منها|ليس أي منها|لا واحدة منها|لا شيء من ذلك|كل الخيارات|جميع الخيارات|الأول "
    "والثاني|"
    "الكل|الجميع|أول اثنين",
    "כולם|כולן|הכול|הכל|שניהם|שתיהן|אף אחד|אף אחת|אף אחד מהם|אף אחת מהן|שתי הראשונות|שני הראשונים",
    "همه|هر دو|هر سه|هیچ کدام|هیچ یک|هیچیک|سب|تمام|دونوں|کوئی نہیں|ان میں سے کوئی نہیں|یہ سب|یہ تمام",
    "सभी|ये सभी|दोनों|कोई नहीं|कोई भी नहीं|पहले दो|सब|সব|সবগুলো|সবগুলি|সবকটি|উভয়|উভয়ই|কোনোটিই নয়|কোনটিই নয়|কোনোটি নয়",
    "semua|semuanya|kesemuanya|keduanya|kedua-duanya|tidak ada|tidak satu pun|tidak ada yang|bukan keduanya|tiada|tiada satu pun|semua "
    "jawaban|"
    "tidak ada jawaban|dua yang pertama",
    "tất cả|cả hai|cả ba|không câu nào|không đáp án nào|không có đáp án|không có đáp án nào|không có câu nào|cả hai đều|không cái nào|"
    "hai câu đầu|không phải cả hai",
    "zote|yote|zote mbili|zote tatu|yote mawili|hakuna|hakuna hata moja|hakuna jibu|zote mbili za kwanza",
    "ሁሉም|ሁሉም መልስ ናቸው|ሁለቱም|መልስ የለም|መልሱ የለም|መልስ አልተሰጠም|ምንም|አንዱም",
});
// Verdicts, folded, that may follow one of those after a space: "all are correct".
inline constexpr std::string_view others_verdicts =
    "correct|are correct|is correct|true|are true|is true|right|are right|is right|wrong|are wrong|false|are false|apply|of them|"
    "richtig|sind richtig|ist richtig|stimmen|stimmt|falsch|sind falsch|treffen zu|trifft zu|sind korrekt|"
    "correctes|sont correctes|sont corrects|sont justes|sont vraies|sont vrais|est correcte|est juste|n'est correcte|n'est juste|"
    "sont exactes|n'est exacte|conviennent|"
    "correctas|son correctas|son correctos|es correcta|son verdaderas|es verdadera|son ciertas|corretas|estão corretas|estão certas|"
    "está correta|são corretas|são verdadeiras|é correta|corrette|sono corrette|sono giuste|sono vere|è corretta|è giusta|"
    "juist|zijn juist|is juist|zijn goed|is goed|zijn waar|är rätt|är riktiga|stämmer|er rigtige|er riktige|er korrekte|pitävät paikkansa|"
    "ovat oikein|są poprawne|są prawidłowe|jest poprawna|jest prawidłowa|poprawne|są prawdziwe|jsou správné|je správná|sú správne|"
    "je správna|helyes|igaz|sunt corecte|este corectă|su točni|su tačni|верны|верно|правильны|правильные|верен|правильный|неверны|вірні|"
    "правильні|правильна|правильний|са верни|са правилни|doğru|doğrudur|yanliş|είναι σωστά|είναι σωστές|σωστά|σωστές|صحيحة|صحيح|صواب|خاطئة|"
    "נכונות|נכונים|נכונה|נכון|درست|درست است|صحیح|صحیح است|صحیح ہیں|درست ہیں|सही|सही हैं|सही है|সঠিক|benar|salah|betul|yang benar|yang betul|"
    "đúng|đều đúng|đều sai|sai|nào đúng|sahihi|ni sahihi|ni kweli|sahihi hakuna|ትክክል ናቸው|ትክክል|መልስ ናቸው";
// Words for "only", folded: beside the name of one choice, or the numbers of some, they make a choice speak of those: "1 and 3 only".
inline constexpr std::string_view words_for_only =
    "only|just|nur|lediglich|seulement|uniquement|seule|solo|sólo|solamente|únicamente|somente|apenas|só|soltanto|alleen|"
    "slechts|bara|endast|enbart|bare|kun|vain|tylko|wyłącznie|jen|pouze|len|iba|csak|doar|numai|samo|только|лишь|тільки|лише|"
    "само|yalniz|yalnizca|sadece|μόνο|فقط|רק|صرف|केवल|सिर्फ|শুধু|শুধুমাত্র|hanya|saja|chỉ|pekee|tu|ብቻ|只有|仅|僅|只|のみ|だけ|만|เฉพาะ|"
    "เท่านั้น";
// Words for "choice", folded, beside the name of one: "answer B".
inline constexpr std::string_view words_for_choice =
    "answers|options|choices|statements|alternative|alternatives|item|letter|distractor|answer|option|choice|"
    "statement|antworten|aussagen|möglichkeit|buchstabe|antwortmöglichkeit|auswahl|réponses|propositions|"
    "lettre|respuestas|opciones|letra|afirmación|enunciado|respostas|opções|alternativas|afirmação|"
    "risposte|opzione|opzioni|lettera|antwoorden|optie|opties|uitspraak|alternativet|svaret|svarsalternativ|"
    "svarmulighed|vaihtoehto|vaihtoehdot|odpowiedzi|opcja|opcje|možnost|možnosti|možnosť|válaszok|"
    "varianta|variantă|odgovori|mogućnost|ответы|варианты|варианта|варианте|"
    "буква|букве|утверждение|відповіді|варіанти|варіанта|"
    "отговори|şık|şıkkı|seçeneği|seçenekler|cevaplar|απαντήσεις|επιλογή|"
    "الإجابات|الخيارات|البديل|אפשרות|תשובות|משפט|گزینه‌های|"
    "पर्याय|विकल्पों|বিকল্প|উত্তর|pilihan|opsi|phương án|"
    "lựa chọn|chaguo|ምርጫ|选择|選項|選択肢|記号|보기|선택지|ตัวเลือก|"
    "antwort|aussage|réponse|proposition|respuesta|opción|resposta|opção|alternativa|risposta|antwoord|"
    "svar|vastaus|odpowiedź|odpověď|odpoveď|válasz|răspunsul|odgovor|ответ|вариант|"
    "відповідь|варіант|отговор|cevap|seçenek|απάντηση|الإجابة|"
    "الخيار|תשובה|گزینه|विकल्प|उत्तर|jawaban|đáp án|câu|jibu|选项|"
    "答案|ข้อ";

// Ordinal numbers, folded, before one of those words: "the second answer".
inline constexpr std::string_view words_for_places =
    "first|second|third|fourth|fifth|last|top|bottom|1st|2nd|3rd|4th|erste|zweite|dritte|vierte|letzte|ersten|zweiten|dritten|vierten|"
    "letzten|"
    "première|deuxième|seconde|troisième|quatrième|dernière|primera|segunda|tercera|cuarta|última|primeira|terceira|quarta|prima|seconda|"
    "terza|"
    "ultima|eerste|tweede|derde|vierde|laatste|första|andra|tredje|fjärde|sista|første|anden|andre|fjerde|sidste|siste|pierwsza|druga|"
    "trzecia|"
    "czwarta|ostatnia|první|druhá|třetí|poslední|первый|второй|третий|четвёртый|четвертый|последний|перша|друга|третя|четверта|остання|"
    "перший|"
    "другий|третій|birinci|ikinci|üçüncü|dördüncü|son|ilk|πρώτη|δεύτερη|τρίτη|पहला|दूसरा|तीसरा|第一个|第二个|第三个|第四个|第一個|第二個|"
    "第三個|"
    "1つ目の|2つ目の|3つ目の|一つ目の|二つ目の|三つ目の|첫 번째|두 번째|세 번째";
// Words, folded, between a letter and what is said of it: "A is wrong", "right is B".
inline constexpr std::string_view words_about_choice =
    "is|was|are|were|isn't|wasn't|would|will|can|cannot|can't|could|has|had|does|doesn't|did|says|describes|refers|and|or|not|because|"
    "since|"
    "ist|war|wäre|sind|waren|kann|hat|hätte|stimmt|trifft|und|oder|nicht|weil|denn|est|était|sont|serait|n'est|peut|et|ou|parce|car|es|era|"
    "son|"
    "sería|no|y|o|porque|è|sono|sarebbe|non|e|perché|é|são|foi|seria|não|zijn|waren|en|of|niet|omdat|är|er|och|og|inte|ikke|on|ei|ja|jest|"
    "są|to|nie|"
    "oraz|i|bo|ponieważ|je|není|jsou|van|este|nu|și|это|не|и|или|был|была|неверно|неверен|неверна|верно|верен|верна|неправильно|правильно|"
    "потому|"
    "це|та|або|бо|doğru|doğrudur|yanliş|yanlış|yanlıştır|ve|veya|çünkü|είναι|και|όχι|صحيح|صحيحة|خطأ|خاطئة|لأن|נכון|נכונה|שגוי|שגויה|כי|सही|"
    "गलत|है|क्योंकि|"
    "benar|salah|adalah|karena|đúng|sai|là|vì|sahihi|ni";

}  // namespace hornbook

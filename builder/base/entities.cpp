#include "base/entities.h"

#include <charconv>
#include <string>

#include "base/text.h"

namespace hornbook {
namespace {

// Names and their code points: all those of HTML 4.01 (section 24), and of the newer ones those that editors write.
constexpr std::string_view entities =
    " "
    "Aacute 193 aacute 225 Abreve 258 abreve 259 Acirc 194 acirc 226 acute 180 AElig 198 aelig 230 Agrave 192 agrave 224 "
    "alefsym 8501 Alpha 913 alpha 945 Amacr 256 amacr 257 amp 38 and 8743 ang 8736 angst 197 Aogon 260 aogon 261 apos 39 "
    "approx 8776 Aring 197 aring 229 ast 42 asymp 8776 Atilde 195 atilde 227 Auml 196 auml 228 bdquo 8222 Beta 914 beta 946 "
    "bigstar 9733 blank 9251 brvbar 166 bsol 92 bull 8226 Cacute 262 cacute 263 cap 8745 Ccaron 268 ccaron 269 Ccedil 199 "
    "ccedil 231 cedil 184 cent 162 check 10003 checkmark 10003 Chi 935 chi 967 circ 710 clubs 9827 colon 58 comma 44 commat "
    "64 cong 8773 copy 169 crarr 8629 cross 10007 cup 8746 curren 164 Dagger 8225 dagger 8224 dArr 8659 darr 8595 dash 8208 "
    "Dcaron 270 dcaron 271 deg 176 Delta 916 delta 948 diams 9830 divide 247 dollar 36 Dstrok 272 dstrok 273 Eacute 201 "
    "eacute 233 Ecaron 282 ecaron 283 Ecirc 202 ecirc 234 Egrave 200 egrave 232 ell 8467 Emacr 274 emacr 275 empty 8709 "
    "emptyset 8709 emsp 8195 ensp 8194 Eogon 280 eogon 281 epsi 949 Epsilon 917 epsilon 949 equals 61 equiv 8801 Eta 919 "
    "eta 951 ETH 208 eth 240 Euml 203 euml 235 euro 8364 excl 33 exist 8707 female 9792 fnof 402 forall 8704 frac12 189 "
    "frac13 8531 frac14 188 frac15 8533 frac16 8537 frac18 8539 frac23 8532 frac25 8534 frac34 190 frac35 8535 frac38 8540 "
    "frac45 8536 frac56 8538 frac58 8541 frac78 8542 frasl 8260 Gamma 915 gamma 947 Gbreve 286 gbreve 287 ge 8805 geq 8805 "
    "grave 96 gt 62 half 189 hArr 8660 harr 8596 Hat 94 hbar 8463 hearts 9829 hellip 8230 horbar 8213 hyphen 8208 Iacute "
    "205 iacute 237 Icirc 206 icirc 238 Idot 304 iexcl 161 iff 8660 Igrave 204 igrave 236 Imacr 298 imacr 299 image 8465 "
    "imath 305 infin 8734 inodot 305 int 8747 Iota 921 iota 953 iquest 191 isin 8712 Iuml 207 iuml 239 Kappa 922 kappa 954 "
    "Lambda 923 lambda 955 lang 10216 laquo 171 lArr 8656 larr 8592 lbrace 123 lbrack 91 lceil 8968 lcub 123 ldquo 8220 le "
    "8804 leftarrow 8592 leq 8804 lfloor 8970 lowast 8727 lowbar 95 loz 9674 lpar 40 lrm 8206 lsaquo 8249 lsqb 91 lsquo "
    "8216 Lstrok 321 lstrok 322 lt 60 macr 175 male 9794 mdash 8212 mho 8487 micro 181 middot 183 minus 8722 Mu 924 mu 956 "
    "nabla 8711 Nacute 323 nacute 324 nbsp 160 Ncaron 327 ncaron 328 ndash 8211 ne 8800 NewLine 10 ni 8715 not 172 notin "
    "8713 nsub 8836 Ntilde 209 ntilde 241 Nu 925 nu 957 num 35 Oacute 211 oacute 243 Ocirc 212 ocirc 244 Odblac 336 odblac "
    "337 OElig 338 oelig 339 Ograve 210 ograve 242 ohm 937 oline 8254 Omacr 332 omacr 333 Omega 937 omega 969 Omicron 927 "
    "omicron 959 oplus 8853 or 8744 ordf 170 ordm 186 Oslash 216 oslash 248 Otilde 213 otilde 245 otimes 8855 Ouml 214 ouml "
    "246 para 182 part 8706 percnt 37 period 46 permil 8240 perp 8869 Phi 934 phi 966 phone 9742 Pi 928 pi 960 piv 982 plus "
    "43 plusmn 177 pm 177 pound 163 Prime 8243 prime 8242 prod 8719 prop 8733 Psi 936 psi 968 quest 63 quot 34 radic 8730 "
    "rang 10217 raquo 187 rArr 8658 rarr 8594 rbrace 125 rbrack 93 Rcaron 344 rcaron 345 rceil 8969 rcub 125 rdquo 8221 "
    "real 8476 reg 174 rfloor 8971 Rho 929 rho 961 rightarrow 8594 rightleftharpoons 8652 rlhar 8652 rlm 8207 rpar 41 "
    "rsaquo 8250 rsqb 93 rsquo 8217 Sacute 346 sacute 347 sbquo 8218 Scaron 352 scaron 353 Scedil 350 scedil 351 sdot 8901 "
    "sect 167 semi 59 shy 173 Sigma 931 sigma 963 sigmaf 962 sim 8764 sol 47 spades 9824 star 9734 starf 9733 sub 8834 sube "
    "8838 subseteq 8838 sum 8721 sup 8835 sup1 185 sup2 178 sup3 179 supe 8839 szlig 223 Tab 9 Tau 932 tau 964 Tcaron 356 "
    "tcaron 357 Tcedil 354 tcedil 355 there4 8756 Theta 920 theta 952 thetasym 977 thinsp 8201 THORN 222 thorn 254 tilde "
    "732 times 215 trade 8482 Uacute 218 uacute 250 uArr 8657 uarr 8593 Ucirc 219 ucirc 251 Udblac 368 udblac 369 Ugrave "
    "217 ugrave 249 Umacr 362 umacr 363 uml 168 upsih 978 Upsilon 933 upsilon 965 Uring 366 uring 367 Uuml 220 uuml 252 "
    "varphi 981 verbar 124 vert 124 weierp 8472 Xi 926 xi 958 Yacute 221 yacute 253 yen 165 Yuml 376 yuml 255 Zacute 377 "
    "zacute 378 Zcaron 381 zcaron 382 Zdot 379 zdot 380 Zeta 918 zeta 950 zwj 8205 zwnj 8204 ";

}  // namespace

char32_t character_named(std::string_view name) {
    std::string row = " " + std::string(name) + " ";
    std::size_t at = name.empty() || !is_letter(static_cast<unsigned char>(name[0])) ? std::string_view::npos : entities.find(row);
    if (at == std::string_view::npos) {
        return 0;
    }
    std::string_view number = entities.substr(at + row.size());
    std::uint32_t character = 0;
    std::from_chars(number.data(), number.data() + number.size(), character);
    return character;
}

namespace {

// The character of `#126` or `#x7E`; 0 where the reference is neither.
char32_t numbered_character(std::string_view reference) {
    if (!reference.starts_with('#')) {
        return 0;
    }
    reference.remove_prefix(1);
    bool hexadecimal = reference.starts_with('x') || reference.starts_with('X');
    reference.remove_prefix(hexadecimal ? 1 : 0);
    std::uint32_t number = 0;
    auto [end, error] = std::from_chars(reference.data(), reference.data() + reference.size(), number, hexadecimal ? 16 : 10);
    bool whole = error == std::errc() && end == reference.data() + reference.size();
    bool character = number >= 0x20 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
    return whole && character ? number : 0;
}

}  // namespace

std::string without_references(std::string_view text) {
    constexpr std::size_t longest = 24;
    constexpr char32_t no_break_space = 0xA0;
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t end = text[at] == '&' ? text.substr(0, at + longest).find(';', at) : std::string_view::npos;
        std::string_view name = end != std::string_view::npos ? text.substr(at + 1, end - at - 1) : std::string_view();
        char32_t numbered = numbered_character(name);
        char32_t character = numbered != 0 ? numbered : character_named(name);
        if (character == 0) {
            result += text[at];
            continue;
        }
        append_utf8(result, character == no_break_space ? U' ' : character);
        at = end;
    }
    return result;
}

}  // namespace hornbook

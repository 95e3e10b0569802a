using System.Globalization;
using System.Text;

namespace Zhirong.Engine.Matching.Analysis;

/// <summary>
/// Text in the form words are compared in: full-width and other compatibility characters as the ordinary ones, small letters.
/// </summary>
/// <remarks>
/// The compatibility mappings of single characters of Unicode's NFKC (UAX #15; Unicode Character Database 14.0), since the runtime
/// does not normalise without ICU. Traditional and simplified forms stay apart, accents stay, symbols in brackets lose the brackets.
/// </remarks>
public static class CharacterFolds
{
    /// <summary>
    /// Each entry is a code point and either what it and those after it become, one character each (<c>_</c> stays), or after
    /// <c>=</c> the characters this one becomes.
    /// </summary>
    private const string Entries = """
        00AAa 00B223_μ 00B91o 00BC=1⁄4 00BD=1⁄2 00BE=3⁄4 0132=IJ 0133=ij 013F=L· 0140=l· 0149=ʼn 017Fs 01C4=DŽ 01C5=Dž 01C6=dž 01C7=LJ 01C8=Lj 01C9=lj 01CA=NJ
        01CB=Nj 01CC=nj 01F1=DZ 01F2=Dz 01F3=dz 02B0hɦjrɹɻʁwy 02E0ɣlsxʕ 1D2CAÆB_DEƎGHIJKLMN_OȢPRTUWaɐɑᴂbdeəɛɜg_kmŋoɔᴖᴗptuᴝɯvᴥβγδφχiruvβγρφχ 2011‐ 2024.
        2025=.. 2026=... 2033=′′ 2034=′′′ 2036=‵‵ 2037=‵‵‵ 203C=!! 2047=?? 2048=?! 2049=!? 2057=′′′′ 20700i__456789+−=()n0123456789+−=()_aeoxəhklmnpst 20A8=Rs
        2100=a/c 2101=a/s 2102C 2103=°C 2105=c/o 2106=c/u 2107Ɛ 2109=°F 210AgHHHhħIILl_N 2116=No 2119PQRRR 2120=SM 2121=TEL 2122=TM 2124Z_Ω_Z_KÅBC_eEF_Moאבגדi
        213B=FAX 213CπγΓΠ∑ 2145Ddeij 2150=1⁄7 2151=1⁄9 2152=1⁄10 2153=1⁄3 2154=2⁄3 2155=1⁄5 2156=2⁄5 2157=3⁄5 2158=4⁄5 2159=1⁄6 215A=5⁄6 215B=1⁄8 215C=3⁄8
        215D=5⁄8 215E=7⁄8 215F=1⁄ 2160I 2161=II 2162=III 2163=IV 2164V 2165=VI 2166=VII 2167=VIII 2168=IX 2169X 216A=XI 216B=XII 216CLCDMi 2171=ii 2172=iii
        2173=iv 2174v 2175=vi 2176=vii 2177=viii 2178=ix 2179x 217A=xi 217B=xii 217Clcdm 2189=0⁄3 222C=∫∫ 222D=∫∫∫ 222F=∮∮ 2230=∮∮∮ 2329〈〉 2460123456789
        2469=10 246A=11 246B=12 246C=13 246D=14 246E=15 246F=16 2470=17 2471=18 2472=19 2473=20 2474=(1) 2475=(2) 2476=(3) 2477=(4) 2478=(5) 2479=(6) 247A=(7)
        247B=(8) 247C=(9) 247D=(10) 247E=(11) 247F=(12) 2480=(13) 2481=(14) 2482=(15) 2483=(16) 2484=(17) 2485=(18) 2486=(19) 2487=(20) 2488=1. 2489=2.
        248A=3. 248B=4. 248C=5. 248D=6. 248E=7. 248F=8. 2490=9. 2491=10. 2492=11. 2493=12. 2494=13. 2495=14. 2496=15. 2497=16. 2498=17. 2499=18. 249A=19.
        249B=20. 249C=(a) 249D=(b) 249E=(c) 249F=(d) 24A0=(e) 24A1=(f) 24A2=(g) 24A3=(h) 24A4=(i) 24A5=(j) 24A6=(k) 24A7=(l) 24A8=(m) 24A9=(n) 24AA=(o)
        24AB=(p) 24AC=(q) 24AD=(r) 24AE=(s) 24AF=(t) 24B0=(u) 24B1=(v) 24B2=(w) 24B3=(x) 24B4=(y) 24B5=(z)
        24B6ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0 2A74=::= 2A75=== 2A76==== 2E9F母 2EF3龟
        2F00一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸
        2F78缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠 3036〒_十卄卅 309F=より 30FF=コト 3192一二三四上中下甲乙丙丁天地人
        3200ᄀᄂᄃᄅᄆᄇᄉᄋᄌᄎᄏᄐᄑᄒ가나다라마바사아자차카타파하주 321D=오전 321E=오후 3220一二三四五六七八九十月火水木金土日株有社名特財祝労代呼学監企資協祭休自至問幼文箏 3250=PTE 3251=21 3252=22 3253=23 3254=24 3255=25
        3256=26 3257=27 3258=28 3259=29 325A=30 325B=31 325C=32 325D=33 325E=34 325F=35 3280一二三四五六七八九十月火水木金土日株有社名特財祝労秘男女適優印注項休写正上中下左右医宗学監企資協夜 32B1=36 32B2=37
        32B3=38 32B4=39 32B5=40 32B6=41 32B7=42 32B8=43 32B9=44 32BA=45 32BB=46 32BC=47 32BD=48 32BE=49 32BF=50 32C0=1月 32C1=2月 32C2=3月 32C3=4月 32C4=5月
        32C5=6月 32C6=7月 32C7=8月 32C8=9月 32C9=10月 32CA=11月 32CB=12月 32CC=Hg 32CD=erg 32CE=eV 32CF=LTD 32D0アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲ
        32FF=令和 3300=アパート 3301=アルファ 3302=アンペア 3303=アール 3304=イニング 3305=インチ 3306=ウォン 3307=エスクード 3308=エーカー 3309=オンス 330A=オーム 330B=カイリ 330C=カラット 330D=カロリー
        330E=ガロン 330F=ガンマ 3310=ギガ 3311=ギニー 3312=キュリー 3313=ギルダー 3314=キロ 3315=キログラム 3316=キロメートル 3317=キロワット 3318=グラム 3319=グラムトン 331A=クルゼイロ 331B=クローネ 331C=ケース
        331D=コルナ 331E=コーポ 331F=サイクル 3320=サンチーム 3321=シリング 3322=センチ 3323=セント 3324=ダース 3325=デシ 3326=ドル 3327=トン 3328=ナノ 3329=ノット 332A=ハイツ 332B=パーセント 332C=パーツ
        332D=バーレル 332E=ピアストル 332F=ピクル 3330=ピコ 3331=ビル 3332=ファラッド 3333=フィート 3334=ブッシェル 3335=フラン 3336=ヘクタール 3337=ペソ 3338=ペニヒ 3339=ヘルツ 333A=ペンス 333B=ページ 333C=ベータ
        333D=ポイント 333E=ボルト 333F=ホン 3340=ポンド 3341=ホール 3342=ホーン 3343=マイクロ 3344=マイル 3345=マッハ 3346=マルク 3347=マンション 3348=ミクロン 3349=ミリ 334A=ミリバール 334B=メガ 334C=メガトン
        334D=メートル 334E=ヤード 334F=ヤール 3350=ユアン 3351=リットル 3352=リラ 3353=ルピー 3354=ルーブル 3355=レム 3356=レントゲン 3357=ワット 3358=0点 3359=1点 335A=2点 335B=3点 335C=4点 335D=5点
        335E=6点 335F=7点 3360=8点 3361=9点 3362=10点 3363=11点 3364=12点 3365=13点 3366=14点 3367=15点 3368=16点 3369=17点 336A=18点 336B=19点 336C=20点 336D=21点 336E=22点
        336F=23点 3370=24点 3371=hPa 3372=da 3373=AU 3374=bar 3375=oV 3376=pc 3377=dm 3378=dm2 3379=dm3 337A=IU 337B=平成 337C=昭和 337D=大正 337E=明治 337F=株式会社
        3380=pA 3381=nA 3382=μA 3383=mA 3384=kA 3385=KB 3386=MB 3387=GB 3388=cal 3389=kcal 338A=pF 338B=nF 338C=μF 338D=μg 338E=mg 338F=kg 3390=Hz 3391=kHz
        3392=MHz 3393=GHz 3394=THz 3395=μl 3396=ml 3397=dl 3398=kl 3399=fm 339A=nm 339B=μm 339C=mm 339D=cm 339E=km 339F=mm2 33A0=cm2 33A1=m2 33A2=km2 33A3=mm3
        33A4=cm3 33A5=m3 33A6=km3 33A7=m∕s 33A8=m∕s2 33A9=Pa 33AA=kPa 33AB=MPa 33AC=GPa 33AD=rad 33AE=rad∕s 33AF=rad∕s2 33B0=ps 33B1=ns 33B2=μs 33B3=ms
        33B4=pV 33B5=nV 33B6=μV 33B7=mV 33B8=kV 33B9=MV 33BA=pW 33BB=nW 33BC=μW 33BD=mW 33BE=kW 33BF=MW 33C0=kΩ 33C1=MΩ 33C2=a.m. 33C3=Bq 33C4=cc 33C5=cd
        33C6=C∕kg 33C7=Co. 33C8=dB 33C9=Gy 33CA=ha 33CB=HP 33CC=in 33CD=KK 33CE=KM 33CF=kt 33D0=lm 33D1=ln 33D2=log 33D3=lx 33D4=mb 33D5=mil 33D6=mol 33D7=PH
        33D8=p.m. 33D9=PPM 33DA=PR 33DB=sr 33DC=Sv 33DD=Wb 33DE=V∕m 33DF=A∕m 33E0=1日 33E1=2日 33E2=3日 33E3=4日 33E4=5日 33E5=6日 33E6=7日 33E7=8日 33E8=9日 33E9=10日
        33EA=11日 33EB=12日 33EC=13日 33ED=14日 33EE=15日 33EF=16日 33F0=17日 33F1=18日 33F2=19日 33F3=20日 33F4=21日 33F5=22日 33F6=23日 33F7=24日 33F8=25日 33F9=26日
        33FA=27日 33FB=28日 33FC=29日 33FD=30日 33FE=31日 33FF=gal
        F900豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮
        F978兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘
        F9F0藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀__塚_晴__凞猪益礼神祥福靖精羽_蘒_諸__逸都
        FA2A飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵_舘__並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱
        FAA2甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜 FAD2㮝䀘䀹 FAD8齃龎 FB00=ff FB01=fi FB02=fl FB03=ffi FB04=ffl FB05=st FB06=st FE30=..
        FE31—–__(){}〔〕【】《》〈〉「」『』__[] FE4D___,、._;:?!—(){}〔〕#&*+-<>=__$%@ FF5F⦅⦆。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン
        FFE0¢£¬_¦¥₩_│←↑→↓■○
        """;

    private static readonly Dictionary<char, string> Table = Read();

    /// <summary>The folded text in small letters; blanks of every width are plain blanks.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c < 0x80)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (c is >= '\uFF01' and <= '\uFF5E')
            {
                folded.Append(char.ToLowerInvariant((char)(c - 0xFEE0)));
            }
            else if (Table.TryGetValue(c, out var other))
            {
                folded.Append(other.ToLowerInvariant());
            }
            else if (!Invisible(c))
            {
                folded.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>Joiners, marks of direction, soft hyphens and byte order marks, which part no word.</summary>
    private static bool Invisible(char c) => c is '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F');

    private static Dictionary<char, string> Read()
    {
        var table = new Dictionary<char, string>();
        foreach (var entry in Entries.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var from = int.Parse(entry.AsSpan(0, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (entry[4] == '=')
            {
                table[(char)from] = entry[5..];
                continue;
            }

            for (var i = 4; i < entry.Length; i++)
            {
                if (entry[i] != '_')
                {
                    table[(char)(from + i - 4)] = entry[i].ToString();
                }
            }
        }

        return table;
    }
}

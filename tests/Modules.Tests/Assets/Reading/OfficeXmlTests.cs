using System.Text;
using Xunit;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Reading.Xml;

namespace Zhirong.Modules.Tests.Assets.Reading;

/// <summary>Files of the EPO and the USPTO as those offices gave them (tests/golden/register).</summary>
public sealed class OfficeXmlTests
{
    [Fact]
    public void Epo_Bibliography_IsRead()
    {
        var items = Samples.ReadGolden("published_test_biblio_example.xml");
        var record = items.Records().Single();

        Assert.Equal((RightKind.Invention, "US 2366704", "US 20060142694 A1"), (record.Kind, record.Number(NumberUse.Application), record.Number(NumberUse.Publication)));
        Assert.Equal("2004-12-28 2006-06-29 2004-12-28", $"{record.Day("filing")} {record.Day("publication")} {record.Day("priority")}");
        Assert.Equal("Bi-directional steerable catheter control handle", record.Titles.Single().Text);
        Assert.Equal("ST. JUDE MEDICAL, ATRIAL FIBRILLATION DIVISION, INC", record.Names(PartyRole.Applicant).TrimEnd('.'));
        Assert.Equal("35840242", record.Family!.Id);
        Assert.Equal(["ipc A61M31/00 True", "cpc A61B5/283 True"], record.Classes.Where(c => c.Main).Select(c => $"{c.Scheme} {c.Code} {c.Main}"));
        Assert.Equal((99, "US 5277199 A"), (record.Cites.Count, $"{record.Cites[0].Office} {record.Cites[0].Text} {record.Cites[0].DocumentKind}"));
        Assert.Empty(items.Refused());
    }

    [Fact]
    public void Epo_Family_NamesAllMembersInEach()
    {
        var records = Samples.ReadGolden("family_fixtures_family_input.xml").Records();

        Assert.Equal(["EP 99203729", "EP 99203729", "AT 99203729", "DE 69905327", "NL 1010536", "US 20685698"], records.Select(r => r.Number(NumberUse.Application)));
        Assert.All(records, r => Assert.Equal(("19768124", 6, 6), (r.Family!.Id, r.Family.Size, r.Family.Members.Count)));
        Assert.All(records, r => Assert.Equal("NL 1010536", r.Number(NumberUse.Priority)));
    }

    /// <summary>Codes padded to four, the year 1 as no day, effect days beside gazette days.</summary>
    [Fact]
    public void Epo_LegalEvents_AreRead()
    {
        var records = Samples.ReadGolden("legal_fixtures_example_1.xml").Records();
        var events = records.SelectMany(r => r.Events).ToList();

        Assert.Equal(50, events.Count);
        Assert.Equal("17Q 2002-06-05 2002-04-23 FIRST EXAMINATION REPORT DESPATCHED", $"{events[0].Code} {events[0].RecordedOn:yyyy-MM-dd} {events[0].EffectiveOn:yyyy-MM-dd} {events[0].Text}");
        Assert.Equal("+", events[0].Facts["influence"]);
        Assert.All(events, e => Assert.True(e.Code == e.Code.Trim() && e.RecordedOn is { Year: > 1990 } && e.Scheme == "inpadoc"));
        Assert.Equal("EP CH", $"{events[2].Facts["ref_code"]} {events[2].Facts["ref_country"]}");
        Assert.Contains(events, e => e.Facts.GetValueOrDefault("year") == "11" && e.Facts.ContainsKey("paid_on"));
    }

    [Fact]
    public void Epo_EventOfTextLinesAlone_IsRead()
    {
        const string Text = """
            <?xml version="1.0"?><ops:world-patent-data xmlns="http://www.epo.org/exchange" xmlns:ops="http://ops.epo.org"><ops:patent-family total-result-count="1"><ops:family-member family-id="1">
            <publication-reference><document-id document-id-type="docdb"><country>CN</country><doc-number>105312345</doc-number><kind>B</kind><date>20180102</date></document-id></publication-reference>
            <application-reference><document-id document-id-type="docdb"><country>CN</country><doc-number>201410529844</doc-number><kind>A</kind><date>20141009</date></document-id></application-reference>
            <ops:legal code="PE01" desc="ENTRY INTO FORCE OF THE REGISTRATION OF THE CONTRACT FOR PLEDGE OF PATENT RIGHT" infl=" " dateMigr="00010101"><ops:pre line="00001">CN 201410529844A 2020-03-20PE01  ENTRY INTO FORCE Effective DATE 20200303</ops:pre></ops:legal>
            </ops:family-member></ops:patent-family></ops:world-patent-data>
            """;
        var record = Samples.Read(Text).Records().Single();

        Assert.Equal("CN 201410529844.5 CN 105312345 B", $"{record.Number(NumberUse.Application)} {record.Number(NumberUse.Publication)}");
        Assert.Equal("PE01 2020-03-20 2020-03-03", $"{record.Events.Single().Code} {record.Events.Single().RecordedOn:yyyy-MM-dd} {record.Events.Single().EffectiveOn:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("xml2014_US08930553.xml", "US 13648029", "US 8930553 B2", "2012-10-09", "2015-01-06", 129, 8, 16, "G06F15/16", "International Business Machines Corporation")]
    [InlineData("xml2004_US06859910.xml", "US 9832323", "US 6859910 B2", "2001-04-10", "2005-02-22", 802, 2, 8, "G06F15/00", "Bluestreak.com")]
    public void Uspto_Grant_IsRead(string file, string application, string grant, string filed, string granted, int days, int claims, int cites, string main, string owner)
    {
        var items = Samples.ReadGolden(file);
        var record = items.Records().Single();

        Assert.Equal((RightKind.Invention, application.Replace("US 9", "US 09"), grant), (record.Kind, record.Number(NumberUse.Application), record.Number(NumberUse.Grant)));
        Assert.Equal((filed, granted), (record.Day("filing"), record.Day("grant")));
        Assert.Equal((days, claims, cites), (record.TermAdjustmentDays, record.Claims, record.Cites.Count));
        Assert.Equal(main, record.Classes.Single(c => c.Main && c.Scheme == "ipc").Code);
        Assert.Equal(owner, record.Names(PartyRole.Owner));
        Assert.StartsWith("1. A", record.FirstClaim, StringComparison.Ordinal);
        Assert.True(items.Unused().ContainsKey("description"));
        Assert.Empty(items.Refused());
        Assert.Empty(items.Warned());
    }

    [Fact]
    public void Uspto_Application_IsRead()
    {
        var record = Samples.ReadGolden("xmlApp2004_US20050004437A1.xml").Records().Single();

        Assert.Equal(("US 10830857", "US 20050004437 A1", "CH 197401"), (record.Number(NumberUse.Application), record.Number(NumberUse.Publication), record.Number(NumberUse.Priority)));
        Assert.Equal("2004-04-23 2005-01-06 2001-10-26", $"{record.Day("filing")} {record.Day("publication")} {record.Day("priority")}");
        Assert.Equal(("WOPCTCH2002000573", 10), (record.Other["continuation_of"], record.Claims));
        Assert.Equal(record.Names(PartyRole.Applicant), record.Names(PartyRole.Inventor));
    }

    /// <summary>Midnights of the US East told in UTC stay the day they are; NULL and the year 1 are nothing.</summary>
    [Fact]
    public void Uspto_Assignment_IsAnEventOfEachApplication()
    {
        var items = Samples.ReadGolden("assignment_1.xml");
        var records = items.Records();

        Assert.Equal(["US 10628795", "US 11400674", "US 09210491", "US 09705446", "US 09266394"], records.Select(r => r.Number(NumberUse.Application)));
        Assert.Equal("2003-07-28", records[0].Day("filing"));
        var told = records[0].Events.Single();
        Assert.Equal("2006-09-14 2006-09-14 assigned 18247/405", $"{told.RecordedOn:yyyy-MM-dd} {told.EffectiveOn:yyyy-MM-dd} {told.Facts["event"]} {told.Facts["reel_frame"]}");
        Assert.Equal("REALTIME DATA COMPRESSION SYSTEMS, INC. REALTIME DATA LLC", $"{told.Facts["assignor"]} {told.Facts["assignee"]}");
        Assert.DoesNotContain("NULL", string.Join(' ', told.Facts.Values), StringComparison.Ordinal);
        Assert.Empty(items.Refused());
    }

    [Theory]
    [InlineData("SECURITY INTEREST (SEE DOCUMENT FOR DETAILS).", "lien_registered")]
    [InlineData("RELEASE OF SECURITY INTEREST", "lien_released")]
    [InlineData("TERMINATION AND RELEASE OF SECURITY INTEREST IN PATENTS", "lien_released")]
    [InlineData("ASSIGNMENT OF ASSIGNORS INTEREST (SEE DOCUMENT FOR DETAILS).", "assigned")]
    [InlineData("CHANGE OF NAME (SEE DOCUMENT FOR DETAILS).", "renamed")]
    [InlineData("CORRECTIVE ASSIGNMENT TO CORRECT THE ASSIGNEE", "corrected")]
    [InlineData("LICENSE (SEE DOCUMENT FOR DETAILS).", "licence_recorded")]
    [InlineData("", "other")]
    public void Conveyance_Texts_AreToldApart(string text, string expected) => Assert.Equal(expected, UsAssignment.Conveyance(text));

    /// <summary>One mark in both standards is one record, beside the assignments only ST.96 carries.</summary>
    [Fact]
    public void Trademark_InTwoStandards_IsTheSameRecord()
    {
        var (old, young) = (Samples.ReadGolden("rn2178784-ST66.xml").Records().Single(), Samples.ReadGolden("rn2178784-ST96.xml").Records().Single());

        Assert.Equal(Shown(old), Shown(young));
        Assert.Equal(("US 74631225", "US 2178784", "1995-02-07", "1998-08-04", "JAVA"), (old.Number(NumberUse.Application), old.Number(NumberUse.Registration), old.Day("filing"), old.Day("registration"), old.Titles[0].Text));
        Assert.Equal("Oracle America, Inc. 2008-08-04 19960100", $"{old.Names(PartyRole.Owner)} {old.Other["renewed_on"]} {old.Other["first_use_text"]}");
        Assert.Equal(33, old.Events.Count);
        Assert.Equal("renamed 2010-04-23 2010-02-15 SUN MICROSYSTEMS, INC.", Assert.Single(young.Events, e => e.Scheme == "uspto_assignment") is { } e ? $"{e.Facts["event"]} {e.RecordedOn:yyyy-MM-dd} {e.EffectiveOn:yyyy-MM-dd} {e.Facts["assignor"]}" : "");
    }

    private static string Shown(SourceRecord record) => string.Join('\n',
    [
        $"{record.Kind} {record.StatusText}", .. record.Numbers.Select(n => n.ToString()), .. record.Titles.Select(t => t.ToString()), .. record.Dates.Select(d => d.ToString()),
        .. record.Parties.Select(p => p.ToString()), .. record.Classes.Select(c => c.ToString()), .. record.Goods.Select(g => g.ToString()), .. record.Other.Select(o => o.ToString()),
        .. record.Events.Where(e => e.Scheme == "tsdr").Select(e => $"{e.Code} {e.RecordedOn} {e.Text} {e.Facts["entry"]}"),
    ]);

    /// <summary>Offices put thousands of documents into one file; one that is broken leaves the others.</summary>
    [Fact]
    public void Read_ManyDocumentsInOneFile_BrokenOnesAreNamed()
    {
        var good = File.ReadAllText(Samples.Golden("xml2014_US08930553.xml"));
        var text = new StringBuilder().Append(good).Append('\n').Append(good[..(good.Length / 2)]).Append('\n').Append(good).Append("\n<?xml version=\"1.0\"?><html/>\n").Append(good);

        var items = Samples.Read(text.ToString());

        Assert.Equal(3, items.Records().Count);
        var lines = good.Count(c => c == '\n');
        Assert.Equal(["IMP-0301", "IMP-0104"], items.OfType<ReadItem.Refused>().Select(r => r.Reason.Code));
        Assert.InRange(items.OfType<ReadItem.Refused>().First().Reason.Line, lines, (lines * 2) + 2);
    }

    [Fact]
    public void Epo_FamilyCutInTheMiddle_KeepsItsWholeMembers()
    {
        var bytes = File.ReadAllBytes(Samples.Golden("family_fixtures_family_input.xml"));

        var items = Samples.Read(bytes[..(bytes.Length / 2)]);

        Assert.Equal(["EP 99203729", "EP 99203729"], items.Records().Select(r => r.Number(NumberUse.Application)).Take(2));
        Assert.Equal("IMP-0301", items.OfType<ReadItem.Refused>().Single().Reason.Code);
    }

    public static TheoryData<string, string> Attacks => new()
    {
        { "<?xml version=\"1.0\"?><!DOCTYPE us-patent-grant [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><us-patent-grant><us-bibliographic-data-grant><invention-title>&b;</invention-title></us-bibliographic-data-grant></us-patent-grant>", "IMP-0302" },
        { "<?xml version=\"1.0\"?><!DOCTYPE us-patent-grant [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><us-patent-grant>&x;</us-patent-grant>", "IMP-0302" },
        { "<us-patent-grant>&undeclared;</us-patent-grant>", "IMP-0302" },
        { "<us-patent-grant>" + string.Concat(Enumerable.Repeat("<a>", 100_000)), "IMP-0303" },
        { "<us-patent-grant><us-bibliographic-data-grant><invention-title>" + new string('x', 2_000_000) + "</invention-title></us-bibliographic-data-grant></us-patent-grant>", "IMP-0107" },
        { "<us-patent-grant a=\"" + new string('x', 200_000) + "\"/>", "IMP-0107" },
        { "<us-patent-grant>" + string.Concat(Enumerable.Range(0, 20_000).Select(n => $"<n{n}/>")) + "</us-patent-grant>", "IMP-0108" },
        { "<us-patent-grant>" + string.Concat(Enumerable.Repeat("<a/>", 300_000)) + "</us-patent-grant>", "IMP-0108" },
        { "<us-patent-grant><us-bibliographic-data-grant>", "IMP-0301" },
        { "<us-patent-grant/>", "IMP-0306" },
        { "<html><body/></html>", "IMP-0104" },
        { "<?xml version=\"1.0\" encoding=\"EBCDIC\"?><us-patent-grant/>", "IMP-0105" },
        { "<response><result><doc><str name=\"reelNo\">1</str></doc></result></response>", "IMP-0306" },
        { "<", "IMP-0301" },
    };

    [Theory]
    [MemberData(nameof(Attacks), DisableDiscoveryEnumeration = true)]
    public void Read_HostileXml_IsRefusedByNumber(string text, string code)
    {
        var refused = Samples.Read(text).OfType<ReadItem.Refused>().ToList();

        Assert.Equal(code, Assert.Single(refused).Reason.Code);
        Assert.True(refused[0].Reason.Found.Length < 200);
    }

    [Fact]
    public void Read_BytesThatAreNoText_AreToldAndTheDocumentKept()
    {
        var bytes = File.ReadAllBytes(Samples.Golden("rn2178784-ST96.xml"));
        var padded = Encoding.UTF8.GetBytes($"<!--{new string(' ', 70_000)}-->");
        var at = Encoding.UTF8.GetString(bytes).IndexOf("JAVA", StringComparison.Ordinal);
        bytes[at + 1] = 0xFF;

        // Behind the part of the file by which its encoding is told.
        var root = Encoding.UTF8.GetString(bytes).IndexOf("<ns2:TrademarkTransactionBody", StringComparison.Ordinal);
        var items = Samples.Read([.. bytes[..root], .. padded[..60_000], .. "-->"u8, .. "<!--"u8, .. padded[60_000..], .. bytes[root..]]);

        Assert.Equal(["IMP-0209"], items.OfType<ReadItem.Warned>().Select(w => w.Reason.Code));
        Assert.Equal("J\uFFFDVA", items.Records().Single().Titles[0].Text);
    }

    [Fact]
    public void Read_WrongDoctype_IsToldAndPassedOver()
    {
        var text = File.ReadAllText(Samples.Golden("xml2014_US08930553.xml")).Replace("<!DOCTYPE us-patent-grant SYSTEM \"us-patent-grant-v45-2014-04-03.dtd\" [ ]>", "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">", StringComparison.Ordinal);

        var items = Samples.Read(text);

        Assert.Equal(["2 IMP-0305"], items.Warned());
        Assert.Single(items.Records());
    }

    /// <summary>Cut anywhere, a file ends in a numbered refusal, never in a crash; what stood before it is kept.</summary>
    [Theory]
    [InlineData("xml2014_US08930553.xml")]
    [InlineData("legal_fixtures_example_1.xml")]
    [InlineData("assignment_1.xml")]
    [InlineData("rn2178784-ST96.xml")]
    public void Read_CutAnywhere_IsNamed(string file)
    {
        var bytes = File.ReadAllBytes(Samples.Golden(file));
        for (var cut = 1; cut < 40; cut++)
        {
            var items = Samples.Read(bytes[..(bytes.Length * cut / 40)]);
            Assert.True(items.OfType<ReadItem.Refused>().Any(r => r.Reason.Code is "IMP-0301" or "IMP-0104"), $"cut at {cut}/40: {string.Join(',', items.Refused())}");
        }
    }
}

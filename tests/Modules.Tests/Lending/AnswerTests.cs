using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Registration;
using Zhirong.Modules.Lending.Registration.Filing;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Registration.Replies;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Reports;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>What registries answer, and what is filed with them.</summary>
public sealed class AnswerTests
{
    private static readonly DateOnly March = new(2026, 3, 2);

    /// <summary>
    /// One file with an answer that fits, one for a case nobody filed, one that comes twice, one out of order, one that cannot be read: each has one right
    /// answer and the rest is read.
    /// </summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Take_FileWithUnknownRepeatedAndMisplacedAnswers_ReadsTheRest(DatabaseKind kind)
    {
        await using var house = LendingStore.New(kind);
        var (pledge, registration) = await house.Pledged("ZY-1", "1000000.00", await house.Patents(2));
        var (_, other) = await house.Pledged("ZY-2", "1000000.00", await house.Patents(1));
        foreach (var id in (Guid[])[registration, other])
        {
            Assert.Empty(await house.Step(id, RegistrationAct.Sign, March));
            Assert.Empty(await house.Step(id, RegistrationAct.Submit, March));
        }

        var file = $"""
            参考号,结果,日期,文号,登记号,生效日
            {registration},受理,2026-03-02,S-1,,
            {Guid.NewGuid()},受理,2026-03-02,S-2,,
            {registration},受理,2026-03-02,S-1,,
            {other},准予登记,2026-03-03,,Y2,
            S-1,准予登记,2026-03-04,,Y2026330000001,2026-03-04
            {other},同意,2026-03-03,,,
            Y2026330000001,准予注销,2026-03-06,,,
            """;
        var view = await Take(house, file);
        Assert.Equal(["taken", "refused LEN-0308", "repeated LEN-0309", "refused LEN-0310", "taken", "refused LEN-0305", "refused LEN-0310"], view.Lines.Select(l => $"{l.Outcome} {l.Reason?.Code}".TrimEnd()));
        Assert.Equal((2, 1, 4), (view.Taken, view.Repeated, view.Refused));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], view.Lines.Select(l => l.Line));
        var open = await house.Open(pledge);
        Assert.Equal(("perfected", "Y2026330000001"), (open.Row.State, open.Registrations[0].RegistrationNo));
        await using (var read = house.Store.Read(LendingStore.Bank))
        {
            var steps = read.Set<RegistrationStep>().Where(s => s.RegistrationId == registration).OrderBy(s => s.N).ToList();
            Assert.Equal(["sign", "submit", "accept", "register"], steps.Select(s => s.Act));
            Assert.Equal(["hand", "hand", $"{view.FileId}", $"{view.FileId}"], steps.Select(s => s.Origin));
        }

        // The same file again does nothing again.
        var again = await Take(house, file);
        Assert.Equal((0, 3), (again.Taken, again.Repeated));
        Assert.Equal(open.Row.Version, (await house.Open(pledge)).Row.Version);
        Assert.Empty(await house.Wrong());
    }

    [Fact]
    public async Task Take_AnswerForAnotherRegistryOrOrganisation_IsUnknown()
    {
        await using var house = LendingStore.New(DatabaseKind.Sqlite);
        var (_, registration) = await house.Pledged("ZY-1", "1000000.00", await house.Patents(1));
        Assert.Empty(await house.Step(registration, RegistrationAct.Sign, March));
        Assert.Empty(await house.Step(registration, RegistrationAct.Submit, March));
        var file = $"参考号,结果,日期\n{registration},受理,2026-03-02\n";
        Assert.Equal("LEN-0308", (await Take(house, file, "trademark")).Lines[0].Reason!.Code);
        Assert.Equal("LEN-0308", (await Take(house, file, "patent", new(Guid.NewGuid(), "另一银行"))).Lines[0].Reason!.Code);
        Assert.Equal("taken", (await Take(house, file)).Lines[0].Outcome);
    }

    /// <summary>Nothing is filed while a ground lies, a defect is not mended or nobody has verified what the register does not know; what the party only declares does not stop it.</summary>
    [Fact]
    public async Task Guard_BeforeFiling_StopsUntilEveryGroundIsSettled()
    {
        await using var house = LendingStore.New(DatabaseKind.Sqlite);
        var (_, registration) = await house.Pledged("ZY-1", "1000000.00", await house.Patents(2));
        Assert.Empty(await house.Step(registration, RegistrationAct.Sign, March));
        var first = await Examined(house, registration);
        Assert.Equal(["P11", "P12", "P11", "P12"], SubmitGuard.Of(first).Select(r => r.Path[^3..]));
        Assert.All(SubmitGuard.Of(first), r => Assert.Equal("LEN-0209", r.Code));
        await Confirm(house, registration, "P12", null, 1);
        await Confirm(house, registration, "P11", first[0].Right.Id, 2);
        Assert.Equal([$"rights.{first[1].Right.Number}.P11"], SubmitGuard.Of(await Examined(house, registration)).Select(r => r.Path));
        await Confirm(house, registration, "P11", first[1].Right.Id, 3);
        Assert.Empty(SubmitGuard.Of(await Examined(house, registration)));
    }

    [Fact]
    public async Task Guard_PledgorWhoIsNotTheHolder_NamesTheRightAndTheGround()
    {
        await using var house = LendingStore.New(DatabaseKind.Sqlite);
        var (_, registration) = await house.Pledged("ZY-1", "1000000.00", await house.Patents(1), pledgor: "丙公司");
        var refusals = SubmitGuard.Of(await Examined(house, registration));
        Assert.Equal(["P01", "P08"], refusals.Take(2).Select(r => r.Path[^3..]));
        Assert.Contains("甲公司", refusals[0].Message.Zh, StringComparison.Ordinal);
    }

    /// <summary>The package comes from the records alone: the same bytes each time, every file under its hash, amounts that sum.</summary>
    [Fact]
    public async Task Package_OfARegistration_HoldsTheFormSetUnderItsHashes()
    {
        await using var house = LendingStore.New(DatabaseKind.Sqlite);
        var (_, registration) = await house.Pledged("ZY-1", "1000000.00", await house.Patents(3));
        await using var read = house.Store.Read(LendingStore.Bank);
        var form = FilingForm.Of(RegistrationReading.Open(read, registration, Registries.Shelf)!);
        var printer = PagePrinter.OfMachine();
        var printed = (await FilingPackage.Print(form, printer, TestContext.Current.CancellationToken)).Value;
        var bytes = FilingPackage.Of(form, printed);
        Assert.Equal(bytes, FilingPackage.Of(form, (await FilingPackage.Print(form, printer, TestContext.Current.CancellationToken)).Value));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        Assert.Equal(["application.docx", "application.pdf", "contract.docx", "contract.pdf", "data.json", "manifest.json", "rights.xlsx", "undertaking.docx", "undertaking.pdf"], zip.Entries.Select(e => e.FullName));
        var manifest = System.Text.Json.Nodes.JsonNode.Parse(Content(zip, "manifest.json"))!;
        Assert.All(manifest["files"]!.AsArray(), f => Assert.Equal($"{f!["sha256"]}", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Content(zip, $"{f["name"]}")))));
        Assert.Equal(8, manifest["files"]!.AsArray().Count);
        var data = System.Text.Json.Nodes.JsonNode.Parse(Content(zip, "data.json"))!;
        Assert.Equal((1_000_000m, $"{registration}"), (data["rights"]!.AsArray().Sum(r => decimal.Parse($"{r!["allocated"]}", System.Globalization.CultureInfo.InvariantCulture)), $"{data["reference"]}"));
    }

    /// <summary>What the printed application says is the data, field after field in the form's order; its fonts lie in it, and it says that its layout is nobody's official one.</summary>
    [Fact]
    public async Task Package_PrintedForms_SayTheDataInTheFormsOrder()
    {
        await using var house = LendingStore.New(DatabaseKind.Sqlite);
        var (_, registration) = await house.Pledged("ZY-1", "1000000.00", await house.Patents(3));
        await using var read = house.Store.Read(LendingStore.Bank);
        var form = FilingForm.Of(RegistrationReading.Open(read, registration, Registries.Shelf)!);
        var printed = (await FilingPackage.Print(form, PagePrinter.OfMachine(), TestContext.Current.CancellationToken)).Value;
        Assert.Equal(["application", "contract", "undertaking"], printed.Keys.Order(StringComparer.Ordinal));
        Assert.All(printed.Values, pdf => Assert.Empty(ReadReport.FontsOutside(pdf)));
        Assert.All(printed.Values, pdf => Assert.Contains("不是登记机构的官方表格", string.Concat(ReadReport.PagesOfPdf(pdf)), StringComparison.Ordinal));

        var (text, at) = (string.Concat(ReadReport.PagesOfPdf(printed["application"])), 0);
        List<string> fields =
        [
            // A wide reference is wrapped at its last dash: the contract's number beside it is then read before its end.
            form.FormTitle.Zh, .. text.Contains(form.Reference, StringComparison.Ordinal) ? (string[])[form.Reference, form.ContractNo] : [form.Reference[..^12], form.ContractNo, form.Reference[^12..]], .. new[] { form.Parties.Pledgors[0], form.Parties.Pledgee, form.Parties.Debtor }.SelectMany(p => new[] { p.Name, p.Code ?? "", p.Address ?? "" }),
            form.MainContractNo, "1000000.00元", "壹佰万元整", $"{form.DebtFrom:yyyy-MM-dd}", $"{form.DebtTo:yyyy-MM-dd}", .. form.Rights.SelectMany(r => new[] { r.Number, Money.FenText(r.AllocatedFen) }), "1000000.00", "出质人（签章）", "质权人（签章）",
        ];
        foreach (var field in fields.Select(f => f.Replace(" ", "", StringComparison.Ordinal)))
        {
            var found = text.IndexOf(field, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{field} after {at} in {text}");
            at = found + field.Length;
        }
    }

    private static byte[] Content(System.IO.Compression.ZipArchive zip, string name)
    {
        using var memory = new MemoryStream();
        using var entry = zip.GetEntry(name)!.Open();
        entry.CopyTo(memory);
        return memory.ToArray();
    }

    private static async Task<AnswerFileView> Take(LendingStore house, string file, string registry = "patent", Viewer? viewer = null)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        return await TakeAnswers.Take(house.Desk, viewer ?? LendingStore.Bank, registry, "回执.csv", bytes, AnswerReader.Read(bytes).Value, Language.Zh);
    }

    private static async Task<IReadOnlyList<RightExamined>> Examined(LendingStore house, Guid registration)
    {
        await using var read = house.Store.Read(LendingStore.Bank);
        return RegistrationReading.Examine(read, RegistrationReading.Open(read, registration, Registries.Shelf)!, house.Desk.Today, house.Desk).Value;
    }

    private static Task<int> Confirm(LendingStore house, Guid registration, string ground, Guid? right, int n) => house.Store.Commits.Write(LendingStore.Bank, async work =>
    {
        work.Add(new GroundStatement { RegistrationId = registration, N = n, Kind = "confirmation", Ground = ground, RightId = right, Who = "客户经理", Document = "核查表", Sha256 = "", OnDay = March, At = 1, By = "test" });
        return await work.SaveChangesAsync();
    });
}

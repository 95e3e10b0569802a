using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>The pages of the room of appraisals: one made from the register, changed, saved and signed, and every page in four looks.</summary>
public sealed class ValuationTests(Desk desk)
{
    [Fact]
    public async Task Appraisal_DraftedChangedSavedAndSigned_MovesItsValueAndKeepsIt()
    {
        using var http = desk.Client();
        var (firm, _, _) = await ValuationSeeds.Firm(http);
        await using var page = await desk.Open($"/appraisals/new?firm={firm}");
        await page.Choose(page.Page.Locator("#new-product"), "监测终端");
        await page.Page.Locator("#new-day").FillAsync("20261031");
        await page.Page.Locator("#new-day").PressAsync("Enter");
        await page.Choose(page.Page.Locator("#new-purpose"), "转让许可");
        await page.Choose(page.Page.Locator("#new-type"), "市场价值");
        await page.Page.Locator("#new-growth").FillAsync("5");
        await page.Page.Locator("#new-years").FillAsync("6");
        await page.Button("从登记簿起草").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("列入的权利 2 项")).ToBeVisibleAsync();
        await page.Button("打开工作台").ClickAsync();

        // What the register does not know is asked for, never assumed.
        await Assertions.Expect(page.Page.GetByText("还算不出来")).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("保存为版本")).ToBeDisabledAsync();
        await page.Page.Locator(".ant-collapse-header-text", new() { HasText = "收入分成法" }).ClickAsync();
        await page.Page.Locator("#figure-methods-revenue_share-tax").FillAsync("15");
        await page.Choose(page.Page.GetByRole(AriaRole.Combobox, new() { Name = "取得方式" }).First, "录入");
        await page.Page.Locator("#figure-methods-revenue_share-share-rate").FillAsync("3.5");
        await page.Choose(page.Page.GetByRole(AriaRole.Combobox, new() { Name = "取得方式" }).Last, "录入");
        await page.Page.Locator("#figure-discount-rate").FillAsync("18");
        await page.Choose(page.Page.GetByRole(AriaRole.Combobox, new() { Name = "税基", Exact = true }), "税后");
        await page.Button("删去算不出来的").ClickAsync();
        await page.Page.Locator(".ant-popover").GetByRole(AriaRole.Button, new() { Name = "删去", Exact = true }).ClickAsync();
        await page.Tab("方法与结论").ClickAsync();
        await page.Page.GetByLabel("收入分成法 的权重").FillAsync("100");
        await page.Page.GetByLabel("理由").FillAsync("产品收入可以预测，取收入分成法");
        var first = await Value(page, "");

        // A reload loses nothing; a dearer rate lowers the value at once.
        await page.Go(new Uri(page.Page.Url).AbsolutePath);
        Assert.Equal(first, await Value(page, ""));
        await page.Tab("输入参数").ClickAsync();
        await page.Page.Locator("#figure-discount-rate").FillAsync("22");
        var second = await Value(page, first);
        Assert.True(decimal.Parse(second, CultureInfo.InvariantCulture) < decimal.Parse(first, CultureInfo.InvariantCulture));

        await page.Button("保存为版本").ClickAsync();
        await page.Page.GetByLabel("保存理由").FillAsync("首次评估");
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "保存为版本" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("已作结论").First).ToBeVisibleAsync();
        await page.Tab("版本与签署").ClickAsync();
        await page.Button("签署本版").ClickAsync();
        await page.Page.Locator("#sign-name").FillAsync("陈立");
        await page.Page.Locator("#sign-certificate").FillAsync("11190001");
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "签署本版" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("第 1 版已有 1 人签署")).ToBeVisibleAsync();
        await page.Picture("appraisal-signed");
        await page.IsSound();
    }

    [Fact]
    public async Task Batch_ByAFileThatIsFilledIn_StartsAndGivesItsWorkbook()
    {
        using var http = desk.Client();
        var (firm, _, _) = await ValuationSeeds.Firm(http);
        var done = await ValuationSeeds.Batch(http, firm);
        await using var page = await desk.Open($"/appraisals/batches/{done}");
        var template = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "下载本批模板" }).ClickAsync());
        var file = Path.Combine(Directory.CreateTempSubdirectory("batch-").FullName, "filled.xlsx");
        await template.SaveAsAsync(file);
        await page.Go("/appraisals/batches/new");
        await page.Page.Locator("input[type=file]").SetInputFilesAsync(file);
        await Assertions.Expect(page.Page.GetByText("来自文件的产品组")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("#batch-name")).ToHaveValueAsync("浏览器批次");
        await page.IsSound();
        await page.Picture("batch-from-file");
        await page.Page.Locator("#batch-name").FillAsync("来自模板的批次");
        await page.Button("开始批量评估").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "来自模板的批次" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("1 / 1", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var book = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "下载结果" }).ClickAsync());
        Assert.Equal((byte)'P', (await File.ReadAllBytesAsync(await book.PathAsync(), TestContext.Current.CancellationToken))[0]);
    }

    [Fact]
    public async Task Pages_OfTheRoom_AreSoundAndAccessible()
    {
        using var http = desk.Client();
        var (firm, product, rights) = await ValuationSeeds.Firm(http);
        var appraisal = await ValuationSeeds.Appraisal(http, firm, product);
        var diligence = await ValuationSeeds.Diligence(http, firm, appraisal);
        var analysis = await ValuationSeeds.Analysis(http, firm);
        var batch = await ValuationSeeds.Batch(http, firm);
        var faults = new List<string>();
        await using var page = await desk.Open("/");
        foreach (var (name, path) in ((string, string)[])[
            ("appraisals", "/appraisals"), ("appraisal-new", "/appraisals/new"), ("appraisal", $"/appraisals/{appraisal}"), ("appraisal-inputs", $"/appraisals/{appraisal}/inputs?method=revenue_share"), ("appraisal-charts", $"/appraisals/{appraisal}/charts"),
            ("appraisal-rights", $"/appraisals/{appraisal}/rights"), ("appraisal-report", $"/appraisals/{appraisal}/report"), ("appraisal-versions", $"/appraisals/{appraisal}/versions"),
            ("valuation-batches", "/appraisals/batches"), ("valuation-batch", $"/appraisals/batches/{batch}"), ("valuation-batch-new", "/appraisals/batches/new"),
            ("diligences", "/diligence"), ("diligence-new", "/diligence/new"), ("diligence", $"/diligence/{diligence}"), ("diligence-items", $"/diligence/{diligence}/items"), ("diligence-unknowns", $"/diligence/{diligence}/unknowns"), ("diligence-effects", $"/diligence/{diligence}/effects"),
            ("diligence-since", $"/diligence/{diligence}/since"), ("analyses", "/analyses"), ("analysis", $"/analyses/{analysis}"), ("analysis-around", $"/analyses/{analysis}/around"), ("analysis-gaps", $"/analyses/{analysis}/gaps"),
            ("right-valuation", $"/rights/{rights[0]}/valuation"), ("right-score", $"/rights/{rights[0]}/score"), ("rubrics", "/rubrics"), ("rubric", "/rubrics/platform-patent"), ("rubric-text", "/rubrics/platform-patent/text"), ("benchmark", "/benchmark")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, name, words: name is not "right-valuation"));
        }

        DeskPage.NothingWrong(faults);
    }

    /// <summary>The concluded value once it is another than before.</summary>
    private static async Task<string> Value(DeskPage page, string before)
    {
        await page.Page.WaitForFunctionAsync("was => { const value = document.querySelector('[data-value]')?.dataset.value ?? ''; return value !== '' && value !== was; }", before);
        return await page.Page.Locator("[data-value]").GetAttributeAsync("data-value") ?? "";
    }
}

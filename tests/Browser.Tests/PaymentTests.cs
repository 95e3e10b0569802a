using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>The pages of payments: a batch from its making to the bank's word, and every page in four looks.</summary>
public sealed class PaymentTests(Desk desk)
{
    private const string Maker = "payments-maker";
    private const string Checker = "payments-checker";

    [Fact]
    public async Task Batch_MadeCheckedApprovedSentAndAnsweredOnItsPages_IsSettled()
    {
        var bank = await PaymentSeeds.Account(desk, closedLoop: false);
        await using var maker = await Person(Maker);
        var id = await Make(maker, bank.Number);

        await Check(id);
        await maker.Go($"/payments/batches/{id}");
        await Assertions.Expect(maker.Page.GetByText("审批：你的角色没有此权限")).ToBeVisibleAsync();
        Assert.Equal(0, await maker.Page.GetByRole(AriaRole.Button, new() { Name = "审批", Exact = true }).CountAsync());
        await Approve(id);
        await PaymentSeeds.Agreed(desk, id);

        await maker.Go($"/payments/batches/{id}");
        await maker.Button("发送", exact: true).ClickAsync();
        await Dialog(maker).GetByRole(AriaRole.Button, new() { Name = "发送", Exact = true }).ClickAsync();
        await Assertions.Expect(Dialog(maker).GetByText("SHA-256").First).ToBeVisibleAsync();
        await maker.Picture("payments-sent");
        await Dialog(maker).GetByRole(AriaRole.Button, new() { Name = "关闭" }).Last.ClickAsync();

        var items = await PaymentSeeds.Items(desk, id);
        Assert.All(items, item => Assert.Equal("sent", item["state"]!.GetValue<string>()));
        await Read(maker, "回执一.csv", PaymentSeeds.Answer(items[0], "交易成功"), "1 笔状态有变");
        await Assertions.Expect(maker.Page.GetByText("已付 1")).ToBeVisibleAsync();
        await Read(maker, "回执二.csv", PaymentSeeds.Answer(items[1], "交易成功"), "1 笔状态有变");
        await Assertions.Expect(maker.Page.GetByText("已付 2")).ToBeVisibleAsync();
        await Read(maker, "回执二.csv", PaymentSeeds.Answer(items[1], "交易成功"), "这份文件此前已读过");

        await maker.Button("打开第 1 笔").ClickAsync();
        await maker.Page.GetByRole(AriaRole.Link, new() { Name = "付款分录" }).ClickAsync();
        await Assertions.Expect(maker.Page.GetByText("600,000.00").First).ToBeVisibleAsync();
        await maker.IsSound();
    }

    [Fact]
    public async Task Build_TotalOffByAFenOrAPaymentTwice_IsSaidBeforeSaving()
    {
        var bank = await PaymentSeeds.Account(desk, closedLoop: false);
        await using var page = await Person(Maker);
        await Head(page, bank.Number, "1000000.01");
        await Rows(page, "余姚甲公司\t数字人民币\t9001\t中国银行\t\t500000.00\t\tL1\n余姚甲公司\t数字人民币\t9001\t中国银行\t\t500000.00\t\tL2");
        await Assertions.Expect(page.Page.GetByText("与控制总额差 -0.01 元")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("与第 1 笔相同")).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("保存批次")).ToBeDisabledAsync();
        await page.Page.Locator("#batch-controlTotal").FillAsync("100万");
        await Assertions.Expect(page.Button("保存批次")).ToBeEnabledAsync();

        await page.Page.WaitForTimeoutAsync(500);
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.GetByLabel("收款人名称 2")).ToHaveValueAsync("余姚甲公司");
    }

    [Fact]
    public async Task Pages_OfPayments_AreSoundAndAccessible()
    {
        var (batch, item, account) = await PaymentSeeds.Everything(desk);
        var faults = new List<string>();
        await using var page = await desk.Blank();
        page.Page.SetDefaultTimeout(60_000);
        foreach (var (name, path) in ((string, string)[])[
            ("pay-batches", "/payments/batches"), ("pay-new", "/payments/batches/new"), ("pay-batch", $"/payments/batches/{batch}"), ("pay-check", $"/payments/batches/{batch}/check"), ("pay-history", $"/payments/batches/{batch}/history"),
            ("pay-item", $"/payments/batches/{batch}?item={item}"), ("pay-statements", "/payments/statements"), ("pay-bench", $"/payments/reconciliation?account={account}"), ("pay-accounts", "/payments/accounts"), ("pay-loop", $"/payments/accounts/{account}"),
            ("pay-differences", "/payments/differences"), ("pay-files", "/payments/files")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, name));
        }

        DeskPage.NothingWrong(faults);
    }

    /// <summary>Somebody at his page, with time for a machine that is busy with other things.</summary>
    private async Task<DeskPage> Person(string login)
    {
        var page = await desk.Blank(login: login);
        page.Page.SetDefaultTimeout(60_000);
        return page;
    }

    private static ILocator Dialog(DeskPage page) => page.Page.Locator(".ant-modal-content").Last;

    private static async Task<string> Make(DeskPage page, string account)
    {
        await Head(page, account, "70万");
        await Rows(page, "宁波德塔森特数据科技有限公司\t数字人民币\t0010020007915137\t中国银行\t\t60万\t\tB-1\n余姚甲公司\t数字人民币\t0010020007473274\t中国工商银行\t\t100,000.00\t\tB-2");
        await Assertions.Expect(page.Page.GetByText("与控制总额一致")).ToBeVisibleAsync();
        await page.Picture("payments-build");
        await page.Button("保存批次").ClickAsync();
        return await page.Arrives("/payments/batches/([0-9a-f-]{36})$");
    }

    private static async Task Head(DeskPage page, string account, string total)
    {
        await page.Go("/payments/batches/new");
        await page.Page.Locator("#batch-title").FillAsync("数字人民币投放");
        await page.Page.Locator("#batch-account").FillAsync(account);
        await page.Page.Locator(".ant-select-item-option", new() { HasText = account }).ClickAsync();
        await page.Choose(page.Page.Locator("#batch-channel"), "数字人民币");
        await page.Page.Locator("#batch-purpose").FillAsync("流动资金");
        await page.Page.Locator("#batch-controlTotal").FillAsync(total);
    }

    private static async Task Rows(DeskPage page, string block)
    {
        await page.Page.GetByLabel("收款人名称 1").ClickAsync();
        await page.Paste(block);
        await Assertions.Expect(page.Page.GetByLabel("收款人名称 2")).ToBeVisibleAsync();
    }

    private async Task Check(string id)
    {
        await using var page = await Person(Checker);
        await page.Go($"/payments/batches/{id}");
        await page.Button("复核", exact: true).ClickAsync();
        await Assertions.Expect(Dialog(page).GetByText("PAY-0216")).ToBeVisibleAsync();
        await Assertions.Expect(Dialog(page).GetByRole(AriaRole.Button, new() { Name = "复核通过" })).ToBeDisabledAsync();
        await Dialog(page).GetByLabel("确认理由").First.FillAsync("首次付款，已电话核对钱包编号");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "复核通过" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("复核已通过")).ToBeVisibleAsync();
    }

    private async Task Approve(string id)
    {
        await using var page = await Person(Checker);
        await page.Go($"/payments/batches/{id}");
        await page.Button("审批", exact: true).ClickAsync();
        await Assertions.Expect(Dialog(page).GetByText("首次付款，已电话核对钱包编号")).ToBeVisibleAsync();
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "审批", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("已提交审批").First).ToBeVisibleAsync();
    }

    private static async Task Read(DeskPage page, string name, byte[] file, string said)
    {
        await page.Button("读取回执").ClickAsync();
        await Dialog(page).Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = file });
        await Assertions.Expect(Dialog(page).GetByText(said).First).ToBeVisibleAsync();
        await Dialog(page).Locator(".ant-modal-close").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".ant-modal-content")).ToBeHiddenAsync();
    }
}

using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>Registers taken in, letters, breaches and the vault: their pages.</summary>
public sealed class LoanBookTests(Desk desk)
{
    [Fact]
    public async Task Pages_OfBreachesVaultAndSheets_AreSoundAndAccessible()
    {
        await using var page = await desk.Open("/certificates");
        var faults = new List<string>();
        foreach (var (name, path) in ((string, string)[])[("vault", "/certificates"), ("breaches", "/loans/breaches"), ("dunning", "/loans/dunning"), ("loan-imports", "/loans/imports"), ("loans-dates", "/loans")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, name, words: name != "loan-imports"));
        }

        DeskPage.NothingWrong(faults);
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>One person's page, with the words a person would use to find things.</summary>
public sealed class DeskPage : IAsyncDisposable
{
    // Counts what the page has asked for and not yet been answered.
    private const string Counting = """
        (() => {
          window.asking = 0;
          const ask = window.fetch;
          window.fetch = (...request) => { window.asking++; return ask(...request).finally(() => { window.asking--; }); };
        })();
        """;

    // Resolves once nothing is asked for, nothing is loading and nothing has changed on the page for a while.
    private const string Settling = """
        () => new Promise((settled, failed) => {
          const began = performance.now();
          let last = began;
          const watch = new MutationObserver(() => { last = performance.now(); });
          watch.observe(document, { subtree: true, childList: true, characterData: true });
          const look = () => {
            const busy = window.asking > 0 || document.readyState !== 'complete' || !document.querySelector('#root')?.hasChildNodes()
              || document.querySelector('.ant-skeleton, .ant-spin-spinning')
              || document.getAnimations().some(a => a.playState === 'running' && a.effect?.getTiming().iterations !== Infinity);
            if (busy) { last = performance.now(); }
            const rests = performance.now() - last >= 200;
            if (!rests && performance.now() - began < 30000) { setTimeout(look, 20); return; }
            watch.disconnect();
            if (rests) { settled(); } else { failed(new Error('the page does not come to rest')); }
          };
          look();
        })
        """;

    private readonly List<string> faults = [];
    private readonly string address;
    private Look? shown;

    public DeskPage(IPage page, string address)
    {
        (Page, this.address) = (page, address);
        page.PageError += (_, fault) => faults.Add(fault);
        page.Console += (_, message) =>
        {
            // The browser itself writes down every answer that is a "no" and every lost connection; those are tested by what the page says.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                faults.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public ILocator Grid(string name) => Page.GetByRole(AriaRole.Grid, new() { Name = name });

    public ILocator Tab(string name) => Page.GetByRole(AriaRole.Tab, new() { Name = name });

    public ILocator Button(string name, bool exact = false) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact });

    /// <summary>Chooses from a list, of its own field: another field's list may still be closing.</summary>
    /// <param name="field">The field, which opens when it is clicked.</param>
    /// <param name="option">What the option says, or a part of it.</param>
    public async Task Choose(ILocator field, string option)
    {
        await field.ClickAsync();
        await Page.Locator($".ant-select-dropdown:has([id='{await field.GetAttributeAsync("id")}_list']) .ant-select-item-option", new() { HasText = option }).First.ClickAsync();
    }

    /// <summary>Waits until the page stands at an address; when it does not come there, fails with what the page says.</summary>
    /// <param name="place">What the end of the address is like; the browser knows no options of expressions.</param>
    /// <returns>The first group of the address.</returns>
    public async Task<string> Arrives(string place)
    {
        try
        {
            await Assertions.Expect(Page).ToHaveURLAsync(new Regex(place));
        }
        catch (PlaywrightException stays)
        {
            throw new InvalidOperationException($"{Page.Url} {await Page.Locator("body").InnerTextAsync()}", stays);
        }

        return Regex.Match(Page.Url, place).Groups[1].Value;
    }

    public Task Prefer(string language, string theme) => Page.AddInitScriptAsync(
        Counting + $"localStorage.setItem('zhirong.language', localStorage.getItem('zhirong.language') ?? '{language}'); localStorage.setItem('zhirong.theme', localStorage.getItem('zhirong.theme') ?? '{theme}');");

    public async Task Go(string path)
    {
        await Page.GotoAsync(address + path);
        await Page.EvaluateAsync(Settling);
    }

    /// <summary>Pastes a block as Excel puts it on the clipboard.</summary>
    public async Task Paste(string block)
    {
        await Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", block);
        await Page.Keyboard.PressAsync("Control+V");
    }

    /// <summary>
    /// The page as it stands, in each look: a picture, soundness, what axe finds. Language and theme come from another window of the
    /// same browser, the width from the window's edge; what is typed stays. The look it is in already comes first.
    /// </summary>
    /// <param name="words">Whether Chinese left in English headings counts; not where the headings are the firm's own words.</param>
    /// <returns>What is wrong, with the page's name and the look.</returns>
    public async Task<IReadOnlyList<string>> In(IEnumerable<Look> looks, string name, bool words = true)
    {
        var found = new List<string>();
        foreach (var look in looks.OrderBy(look => look == shown ? 0 : 1))
        {
            shown = look;
            await Page.SetViewportSizeAsync(look.Width, look.Height);
            await Page.EvaluateAsync("look => { for (const [key, newValue] of Object.entries(look)) { localStorage.setItem(key, newValue); window.dispatchEvent(new StorageEvent('storage', { key, newValue })); } }", new Dictionary<string, string> { ["zhirong.language"] = look.Language, ["zhirong.theme"] = look.Theme });
            await Page.EvaluateAsync(Settling);
            await Picture($"{name}-{look}");
            await IsSound();
            found.AddRange((await AccessibilityFaults()).Select(fault => $"{name} {look}: {fault}"));
            if (words && look.Language == "en")
            {
                found.AddRange((await Leftovers()).Select(text => $"{name} {look}: {text}"));
            }
        }

        return found;
    }

    /// <summary>Fails with every fault on a line of its own.</summary>
    public static void NothingWrong(IReadOnlyCollection<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    public Task Picture(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Desk.Pictures, name + ".png") });

    /// <summary>Serious findings of axe on the page as it stands: rule and place.</summary>
    public async Task<IReadOnlyList<string>> AccessibilityFaults()
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Desk.Root, "web", "node_modules", "axe-core", "axe.min.js")));
        }

        var found = await Page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, {resultTypes: ['violations']})).violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ' ' + v.nodes.slice(0, 2).map(n => n.target.join(' ') + ': ' + n.failureSummary.replaceAll('\\n', ' ')).join(' | '))");
        return [.. found.EnumerateArray().Select(f => f.GetString()!)];
    }

    /// <summary>Chinese words in the frame and the headings of an English page; what the deal itself says in Chinese may stay, and names that are marked as such.</summary>
    public async Task<IReadOnlyList<string>> Leftovers()
    {
        var found = await Page.EvaluateAsync<JsonElement>("() => { const names = new Set([...document.querySelectorAll('[translate=no]')].map(e => e.innerText)); return [...document.querySelectorAll('nav, header, h1, h2, h3, th, button, label, [role=tab], [role=columnheader]')].flatMap(e => e.innerText.split('\\n')).filter(t => t !== '中' && !names.has(t) && /[\\u4e00-\\u9fff]/.test(t)); }");
        return [.. found.EnumerateArray().Select(f => f.GetString()!)];
    }

    /// <summary>No error nobody handled, and nothing wider than the window.</summary>
    public async Task IsSound()
    {
        Assert.Empty(faults);
        Assert.True(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), "the page is wider than its window");
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}

using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Zhirong.Host.Tests.Cli;

/// <summary>A new demonstration: the address answers at once with how far it is, and a start that is broken off leaves nothing in its place.</summary>
public sealed class FirstStartTests
{
    [Fact]
    public async Task Serve_KilledWhileTheCasesArePlayed_HasToldAndLeftNoDatabase()
    {
        var folder = Directory.CreateTempSubdirectory("zhirong-first-");
        try
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "zhirong.dll"), "serve", "--port", "0", "--data", folder.FullName]) { RedirectStandardError = true, WorkingDirectory = Repo.Root };
            start.Environment["ZHIRONG_HOME"] = Repo.Root;
            using var server = Process.Start(start)!;
            try
            {
                var address = Regex.Match(await server.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) ?? "", @"http://[\d.:]+").Value;
                using var http = new HttpClient { BaseAddress = new(address) };
                for (var (tries, told) = (0, false); !told; tries++)
                {
                    using var answer = await http.GetAsync("/api/v1/about", TestContext.Current.CancellationToken);
                    Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                    told = Regex.IsMatch(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), @"<strong>\d+ / 1\d</strong>");
                    Assert.True(told || tries < 300, "It does not tell how many cases there are.");
                    await Task.Delay(100, TestContext.Current.CancellationToken);
                }
            }
            finally
            {
                server.Kill(entireProcessTree: true);
                await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            Assert.Empty(folder.GetFiles("zhirong.db*"));
        }
        finally
        {
            folder.Delete(true);
        }
    }
}

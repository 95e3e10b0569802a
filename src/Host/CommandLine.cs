using System.CommandLine;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Host.Verbs;

namespace Zhirong.Host;

/// <summary>The program's verbs; every one returns an exit code of the contract.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        try
        {
            return Invoke(args);
        }
        catch (Exception problem)
        {
            return OurFault(problem, args);
        }
    }

    private static int Invoke(string[] args)
    {
        if (args is ["--version"])
        {
            Console.Out.WriteLine(Version);
            return Exit.Done;
        }

        var root = new RootCommand("知融 Zhirong：知识产权变成融资 / intellectual property into finance")
        {
            DealVerbs.Command(), CaseVerbs.Command(), ProofVerbs.Command(), ValueVerb.Command(), ScoreVerb.Command(), DiligenceVerb.Command(), AnalysisVerb.Command(), MatchVerb.Command(), DecideVerb.Command(), SchemeVerbs.Share(), SchemeVerbs.Subsidy(), LoanVerbs.Command(), ImportVerbs.Command(), SchemaVerb.Command(), BenchVerb.Command(), DemoVerb.Command(), ServeVerb.Command(), WorkVerb.Command(), DoctorVerb.Command(), OpenApiVerb.Command(), DbVerbs.Command(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine($"zhirong: USE-0101 {error.Message}");
            }

            Console.Error.WriteLine("zhirong --help");
            return Exit.BadInput;
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    public static string Version { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static Option<string> LanguageOption()
    {
        var option = new Option<string>("--lang") { Description = "zh | en", DefaultValueFactory = _ => "zh", Recursive = true };
        option.AcceptOnlyFromAmong("zh", "zh-CN", "en");
        return option;
    }

    public static Language LanguageOf(ParseResult parsed, Option<string> option) =>
        parsed.GetValue(option)?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Language.En : Language.Zh;

    /// <summary>A fault of ours: an id on stderr, the details in a file beside the system's temporary files.</summary>
    private static int OurFault(Exception problem, string[] args)
    {
        var details = $"zhirong {Version}\n{string.Join(' ', args)}\n{problem}\n";
        var id = "ZR-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(problem.ToString())))[..10];
        var path = Path.Combine(Path.GetTempPath(), $"zhirong-{id}.log");
        try
        {
            File.WriteAllText(path, details);
        }
        catch (IOException)
        {
            path = "-";
        }

        Console.Error.WriteLine($"zhirong: 内部错误，请报告编号 {id}（详情 {path}）/ our fault, please report {id} (details in {path})");
        return Exit.OurFault;
    }
}

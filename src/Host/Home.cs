using Zhirong.Engine.Appraisal.Cost;
using Zhirong.Engine.Appraisal.Parameters;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Credit.Reading;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Portfolios;
using Zhirong.Engine.Diligence.Reading;
using Zhirong.Engine.Matching.Parameters;
using Zhirong.Engine.Matching.Reading;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Law;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Ledger.Charts;
using Zhirong.Modules.Lending;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Checks;
using Zhirong.Modules.Lending.Loans.Importing;
using Zhirong.Modules.Lending.Loans.Promises;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Modules.Lending.Products;
using Zhirong.Modules.Payments.Sheets;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Valuation;
using Zhirong.Platform.Access.Approvals.Routes;

namespace Zhirong.Host;

/// <summary>Where the installation keeps its cases and reference data.</summary>
internal static class Home
{
    /// <summary>The folder that holds <c>cases/</c> and <c>data/</c>: ZHIRONG_HOME, else the nearest one above the program.</summary>
    public static string Folder { get; } = Find();

    public static string Cases => Path.Combine(Folder, "cases");

    /// <summary>The published holidays shipped with the product.</summary>
    public static HolidayTable Holidays()
    {
        var folder = Path.Combine(Folder, "data", "holidays");
        var files = Directory.EnumerateFiles(folder, "2*.json").Order(StringComparer.Ordinal)
            .Select(f => KeyValuePair.Create(Path.GetFileName(f), File.ReadAllText(f)));
        return HolidayTable.Parse(files).Value;
    }

    /// <summary>The loan prime rates shipped with the product.</summary>
    public static LprTable Lpr() => LprTable.Parse(File.ReadAllText(Path.Combine(Folder, "data", "rates", "lpr.csv"))).Value;

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("ZHIRONG_HOME") is { Length: > 0 } given)
        {
            return given;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "cases")) && Directory.Exists(Path.Combine(folder.FullName, "data", "holidays")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The installation's folder with cases/ and data/ was not found; set ZHIRONG_HOME.");
    }

    /// <summary>The charts of accounts that come with the product.</summary>
    public static ChartShelf Charts() =>
        new([.. Directory.GetFiles(Path.Combine(Folder, "data", "charts"), "*.yaml").Order(StringComparer.Ordinal).Select(file => ChartReader.Read(File.ReadAllBytes(file)).Value)]);

    /// <summary>The mappings of banks' sheets that come with the product.</summary>
    public static SheetShelf Sheets() =>
        new([.. Directory.GetFiles(Path.Combine(Folder, "data", "channels"), "*.yaml").Order(StringComparer.Ordinal).Select(file => MappingReader.Read(File.ReadAllBytes(file)).Value)]);

    /// <summary>Titles of columns in exports of rights, and of firms' statements, that come with the product.</summary>
    public static string HeaderAliases => Path.Combine(Folder, "data", "rights", "header-aliases.csv");

    public static string FirmAliases => Path.Combine(Folder, "data", "rights", "firm-aliases.csv");

    /// <summary>The appraisal's parameters that come with the product.</summary>
    public static ParameterSet Appraisal()
    {
        static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, "data", "appraisal", file));
        return new()
        {
            Royalties = RoyaltyReader.Read(Bytes("royalty-rates.yaml")).Value,
            ShareCard = CardReader.Read(Bytes("share-rate-card.yaml")).Value,
            RiskCard = CardReader.Read(Bytes("risk-build-up.yaml")).Value,
            Fees = AnnualFees(),
            Presets = PresetReader.Read(Bytes("presets.yaml")).Value,
            Policy = PolicyReader.Read(Bytes("policy.yaml")).Value,
        };
    }

    /// <summary>The register's annual fees as the appraisal takes them, one table a category: <c>cn-invention</c>.</summary>
    private static List<FeeTable> AnnualFees()
    {
        var fees = Register().Fees;
        return [.. fees.Scales.Select(scale => new FeeTable(
            $"{scale.Office.ToLowerInvariant()}-{scale.Kind.Word().Replace('_', '-')}",
            $"data/rights/annual-fees.yaml {fees.Version}（凭记忆，未核对 recalled, unverified）",
            [.. Enumerable.Range(1, scale.Bands[^1].To).Select(year => scale.Of(year)!.Value.Yuan)]))];
    }

    /// <summary>The rubrics that come with the product, by file name.</summary>
    public static IReadOnlyList<Rubric> Rubrics() => [.. ShippedRubrics().Select(r => r.Rubric)];

    /// <summary>The same with their texts.</summary>
    public static IReadOnlyList<ShippedRubric> ShippedRubrics() =>
        [.. Directory.GetFiles(Path.Combine(Folder, "data", "rubrics"), "*.yaml").Order(StringComparer.Ordinal).Select(file => ShippedRubric.Read(File.ReadAllBytes(file)))];

    /// <summary>The checklist of due diligence that comes with the product.</summary>
    public static Checklist Checklist() => ChecklistReader.Read(File.ReadAllBytes(Path.Combine(Folder, "data", "diligence", "checklist.yaml"))).Value;

    /// <summary>Thresholds and words of portfolio analyses that come with the product.</summary>
    public static AnalysisPolicy AnalysisPolicy() => AnalysisPolicyReader.Read(File.ReadAllBytes(Path.Combine(Folder, "data", "diligence", "analysis.yaml"))).Value;

    /// <summary>The policies that come with the product, by file name.</summary>
    public static IReadOnlyList<PolicyDefinition> Policies() =>
        [.. Directory.GetFiles(Path.Combine(Folder, "data", "policies"), "*.yaml").Order(StringComparer.Ordinal).Select(file => Engine.Rules.Reading.PolicyReader.Read(File.ReadAllBytes(file)).Value)];

    /// <summary>A file of the data listings are ranked by: <c>weights</c>, <c>stops</c>, <c>synonyms</c>.</summary>
    public static string Matching(string file) => Path.Combine(Folder, "data", "matching", $"{file}.yaml");

    /// <summary>The data listings are ranked by that comes with the product.</summary>
    public static MatchParameters Matching()
    {
        var stops = ParameterReader.Stops(File.ReadAllBytes(Matching("stops"))).Value;
        return new(ParameterReader.Weights(File.ReadAllBytes(Matching("weights"))).Value, stops, ParameterReader.Synonyms(File.ReadAllBytes(Matching("synonyms")), stops).Value);
    }

    /// <summary>How benchmarks and signals are read.</summary>
    public static MarketRules Market() => MarketRules.Read(File.ReadAllBytes(Path.Combine(Folder, "data", "appraisal", "benchmark.yaml")), File.ReadAllBytes(Path.Combine(Folder, "data", "appraisal", "signals.yaml")), Checklist()).Value;

    /// <summary>Schemes of public aid and of risk sharing that come with the product.</summary>
    public static string Schemes => Path.Combine(Folder, "data", "schemes");

    /// <summary>The same, read, by kind and file name.</summary>
    public static IReadOnlyList<ShippedScheme> ShippedSchemes() =>
        [.. ((string[])[ShippedScheme.AidKind, ShippedScheme.ShareKind]).SelectMany(kind => Directory.GetFiles(Path.Combine(Schemes, kind), "*.yaml").Order(StringComparer.Ordinal).Select(file => ShippedScheme.Read(kind, File.ReadAllBytes(file)).Value))];

    /// <summary>The published loan prime rates.</summary>
    public static IReferenceRates ReferenceRates() => new PublishedRates(LprTable.Parse(File.ReadAllText(Path.Combine(Folder, "data", "rates", "lpr.csv"))).Value);

    /// <summary>The loan products, credit policies and prime rates that come with the product, by file name.</summary>
    public static OriginationShelf Origination() => new(
        [.. Directory.GetFiles(Path.Combine(Folder, "data", "products"), "*.yaml").Order(StringComparer.Ordinal).Select(file => ShippedProduct.Read(File.ReadAllBytes(file)).Value)],
        [.. Directory.GetFiles(Path.Combine(Folder, "data", "policies"), "*.yaml").Order(StringComparer.Ordinal).Select(file => ShippedPolicy.Read(File.ReadAllBytes(file)).Value)],
        Lpr());

    /// <summary>What the register of rights goes by: terms, annual fees, policy, event codes.</summary>
    public static RegisterLaw Register()
    {
        var folder = Path.Combine(Folder, "data", "rights");
        return new(LawReader.Terms(File.ReadAllBytes(Path.Combine(folder, "terms.yaml"))).Value, LawReader.Fees(File.ReadAllBytes(Path.Combine(folder, "annual-fees.yaml"))).Value, LawReader.Policy(File.ReadAllBytes(Path.Combine(folder, "policy.yaml"))).Value, new(EventCodeTable.Read(File.ReadAllText(Path.Combine(folder, "cn-event-codes.csv"))).Value), LawReader.Acts(File.ReadAllBytes(Path.Combine(folder, "owners-acts.yaml"))).Value);
    }

    /// <summary>What loans are serviced by.</summary>
    public static LoanLaw Loans()
    {
        static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, "data", "credit", file));
        return new(ServicingReader.Policy(Bytes("servicing.yaml")).Value, ServicingReader.Classes(Bytes("classification.yaml")).Value, Lpr(), CovenantRules.Read(Bytes("covenants.yaml")).Value, LoanTitles.Read(Bytes("loan-aliases.csv")).Value, VisitPlan.Read(Bytes("visits.yaml")).Value, LoanTitles.ReadForIndices(Bytes("index-aliases.csv")).Value, PromisedIndicators.Read(Bytes("indicators.yaml")).Value);
    }

    /// <summary>The documents of loans, as templates.</summary>
    public static LoanDocuments Documents() => LoanDocuments.Read(Directory.GetFiles(Path.Combine(Folder, "data", "documents"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)).Value;

    /// <summary>The registries pledges are filed with.</summary>
    public static RegistryShelf Registries() => RegistryShelf.Read(Directory.GetFiles(Path.Combine(Folder, "data", "registration"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)).Value;

    /// <summary>Titles of columns the register knows.</summary>
    public static RegisterTitles Titles() => new(Modules.Assets.Reading.Tables.HeaderAliases.Read(File.ReadAllBytes(HeaderAliases)).Value, Modules.Assets.Reading.Firms.FirmAliases.Read(File.ReadAllBytes(FirmAliases)).Value);

    /// <summary>The approval routes that come with the product.</summary>
    public static IReadOnlyList<RouteSet> Routes() =>
        [.. Directory.GetFiles(Path.Combine(Folder, "data", "approvals"), "*.yaml").Order(StringComparer.Ordinal).Select(file => RouteReader.Read(File.ReadAllBytes(file)).Value)];
}

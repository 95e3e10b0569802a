using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Lending;
using Zhirong.Modules.Lending.Registration.Grounds;
using Zhirong.Modules.Lending.Registration.Rules;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>The registries that come with the product, and rights as the register may show them.</summary>
internal static class Registries
{
    public static RegistryShelf Shelf { get; } = RegistryShelf.Read(Directory.GetFiles(Repo.At("data", "registration"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)).Value;

    public static HolidayTable Holidays { get; } = HolidayTable.Parse(Directory.EnumerateFiles(Repo.At("data", "holidays"), "2*.json").Order(StringComparer.Ordinal).Select(f => KeyValuePair.Create(Path.GetFileName(f), File.ReadAllText(f)))).Value;

    public static BusinessCalendar Calendar { get; } = new(Holidays, DayKind.Bank);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    /// <summary>An invention in force that nothing stands against; tests change what they are about.</summary>
    public static RightOnDay Right { get; } = new()
    {
        Id = new("00000000-0000-7000-8000-00000000a001"),
        Key = "CN:a:201010100001.X",
        Number = "201010100001.X",
        Kind = RightKind.Invention,
        Title = "一种阀门",
        Filed = Day("2010-05-10"),
        Granted = Day("2012-06-20"),
        Expires = Day("2030-05-10"),
        State = new(RightState.Granted, Day("2012-06-20"), Day("2030-05-10"), false, RightEffect.Granted),
        LastState = new(RightState.Granted, Day("2012-06-20"), Day("2030-05-10"), false, RightEffect.Granted),
        Newest = Day("2026-01-15"),
        NewestSource = "登记簿副本",
        Holders = [new("甲公司", "91310115591693856A", null, null, null, "source")],
        Encumbrances = [],
        Unpaid = [],
        LastPaid = new(16, Day("2025-04-01")),
        OwesFees = true,
        Stated = new Dictionary<string, FieldSaid> { ["invalidation_pending"] = new("other.invalidation_pending", "no", 0, "复审无效检索", Day("2026-01-10"), []) },
        SameDay = [],
        SameSign = [],
    };

    public static PledgeAsked Asked { get; } = new()
    {
        Day = Day("2026-01-20"),
        DebtEnd = Day("2028-12-31"),
        Pledgors = [new("甲公司")],
        Contract = new("ZY-1", [], false),
        Declared = [new(DeclaredKind.Confirmation, "P12", null, "客户经理", "核查表", Day("2026-01-19"))],
    };

    public static GroundSet Set(string registry, string day) => Shelf.Of(registry)!.GroundsOn(Day(day))!;

    /// <summary>What a ground comes to for a right.</summary>
    public static GroundOutcome Outcome(string code, RightOnDay right, PledgeAsked asked) =>
        RightGrounds.Of(Shelf.For(right.Kind)!.GroundsOn(asked.Day)!, right, asked).Single(f => f.Ground.Code == code).Outcome;
}

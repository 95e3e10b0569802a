using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Lending.Registration.Grounds;

/// <summary>What lies on the right already.</summary>
internal static class BurdenChecks
{
    /// <summary>Facts that sources state by these names.</summary>
    private const string Dispute = "ownership_dispute";
    private const string Invalidation = "invalidation_pending";

    public static Looked NotSuspended(RightOnDay right)
    {
        if (right.Encumbrances.FirstOrDefault(e => e.Kind == EncumbranceKind.Freeze) is { } freeze)
        {
            return Looked.Lies(new($"保全：{freeze.Holder}，自 {freeze.From:yyyy-MM-dd}", $"Preservation by {freeze.Holder} since {freeze.From:yyyy-MM-dd}"), right.NewestSource, right.Newest);
        }

        var said = Stated.Of(right, Dispute);
        return said is { Yes: true } ? Looked.Lies(new("存在权属纠纷", "There is a dispute over ownership"), said.Source, said.AsOf)
            : right.Newest is null ? Looked.Unknown(new("没有来源", "There is no source"))
            : Looked.Clear(new("没有保全或中止的记录", "No preservation or suspension is recorded"), right.NewestSource, right.Newest);
    }

    /// <summary>A pledge kept here counts from its filing; one in the register while it stands.</summary>
    public static Looked NotPledged(RightOnDay right, PledgeAsked asked)
    {
        if (asked.Live.TryGetValue(right.Key, out var live) && live.Registration != asked.Registration)
        {
            var which = live.Own && live.RegistrationNo.Length > 0 ? $" {live.RegistrationNo}" : "";
            return Looked.Lies(new($"已在办理或存续的质押登记中{which}", $"In a pledge registration that stands or is being filed{which}"), "本系统", live.On);
        }

        if (right.Encumbrances.FirstOrDefault(e => e.Kind == EncumbranceKind.Pledge) is { } pledge)
        {
            return Looked.Lies(new($"质押登记 {pledge.RegistrationNo}，质权人 {pledge.Holder}，自 {pledge.From:yyyy-MM-dd}", $"Pledge {pledge.RegistrationNo} to {pledge.Holder} since {pledge.From:yyyy-MM-dd}"), right.NewestSource, right.Newest);
        }

        return right.Newest is null ? Looked.Unknown(new("没有来源", "There is no source")) : Looked.Clear(new("没有存续的质押", "No pledge stands"), right.NewestSource, right.Newest);
    }

    /// <summary>Requests for invalidation are in no gazette: only who looked can say.</summary>
    public static Looked NoInvalidation(RightOnDay right) => Stated.Of(right, Invalidation) switch
    {
        { Yes: true } said => Looked.Lies(new("无效宣告程序已启动", "Invalidation proceedings have begun"), said.Source, said.AsOf),
        { Yes: false } said => Looked.Clear(new("没有无效宣告程序", "No invalidation proceedings"), said.Source, said.AsOf),
        _ => Looked.Unknown(new("登记簿不知是否有无效宣告请求", "The register does not know of requests for invalidation")),
    };
}

/// <summary>A yes or no that a source states of a right.</summary>
internal sealed record Stated(bool? Yes, string Value, string Source, DateOnly AsOf)
{
    private static readonly string[] Affirmed = ["yes", "true", "1", "是", "有"];
    private static readonly string[] Denied = ["no", "false", "0", "none", "否", "无"];

    /// <summary>Null where no source speaks of it; neither yes nor no where it says something else.</summary>
    public static Stated? Of(RightOnDay right, string name) => right.Stated.TryGetValue(name, out var field)
        ? new(Affirmed.Contains(field.Value.Trim(), StringComparer.OrdinalIgnoreCase) ? true : Denied.Contains(field.Value.Trim(), StringComparer.OrdinalIgnoreCase) ? false : null, field.Value.Trim(), field.SourceName, field.AsOf)
        : null;
}

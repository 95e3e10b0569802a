using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Lending.Registration.Grounds;

/// <summary>Whether the right stands, its fees are paid and it lasts long enough.</summary>
internal static class StateChecks
{
    /// <param name="grantedApart">The set has a ground of its own for what is not granted yet.</param>
    public static Looked InForce(RightOnDay right, bool grantedApart)
    {
        var state = right.State.State;
        if (state == RightState.Unknown)
        {
            return Stale(right);
        }

        var words = new Words($"状态：{state.Title().Zh}{Since(right.State)}", $"State: {state.Title().En}{Since(right.State)}");
        return state.InForce() || (state.Pending() && grantedApart) ? Looked.Clear(words, right.NewestSource, right.Newest) : Looked.Lies(words, right.NewestSource, right.Newest);
    }

    public static Looked Granted(RightOnDay right)
    {
        var last = right.LastState.State;
        if (right.Granted is { } on && !last.Pending())
        {
            return Looked.Clear(new($"授权公告日 {on:yyyy-MM-dd}", $"Granted on {on:yyyy-MM-dd}"), right.NewestSource, right.Newest);
        }

        return last.Pending() || last is RightState.Rejected or RightState.Withdrawn
            ? Looked.Lies(new($"状态：{last.Title().Zh}", $"State: {last.Title().En}"), right.NewestSource, right.Newest)
            : Looked.Unknown(new("登记簿没有授权日", "The register has no day of grant"), right.NewestSource, right.Newest);
    }

    /// <summary>
    /// A fee in its days of grace without a receipt is not paid, if the register has receipts at all; one whose grace is over was paid where a
    /// later source still says in force.
    /// </summary>
    public static Looked FeesPaid(RightOnDay right, DateOnly day)
    {
        if (!right.OwesFees)
        {
            return Looked.Clear(new("该类权利没有年费", "Rights of this category owe no annual fee"), right.NewestSource, right.Newest);
        }

        if (right.Filed is null || right.Granted is null || right.Expires is null)
        {
            return Looked.Unknown(new("缺申请日、授权日或期限，无法核对年费", "Without the days of filing, grant and end no fee can be checked"));
        }

        var open = right.Unpaid.Where(f => !(right.LastState.State.InForce() && right.Newest > f.GraceEnd)).ToList();
        if (open.Count == 0)
        {
            return right.LastPaid is { } paid
                ? Looked.Clear(new($"第 {paid.Year} 年年费已于 {paid.On:yyyy-MM-dd} 缴纳", $"The fee of year {paid.Year} was paid on {paid.On:yyyy-MM-dd}"), right.NewestSource, paid.On)
                : Looked.Clear(new($"{day:yyyy-MM-dd} 没有处于滞纳期的年费", $"No fee is late on {day:yyyy-MM-dd}"), right.NewestSource, right.Newest);
        }

        var first = open[0];
        var words = new Words($"第 {first.Year} 年年费（{first.Due:yyyy-MM-dd} 到期，宽限至 {first.GraceEnd:yyyy-MM-dd}）没有缴费凭证", $"No receipt of the fee of year {first.Year}, due {first.Due:yyyy-MM-dd}, grace to {first.GraceEnd:yyyy-MM-dd}");
        return right.LastPaid is { } last ? Looked.Lies(words, right.NewestSource, last.On) : Looked.Unknown(words, right.NewestSource, right.Newest);
    }

    /// <summary>"Exceeds" is strict: a debt that ends on the day the term ends is allowed.</summary>
    public static Looked DebtWithinTerm(RightOnDay right, DateOnly debtEnd)
    {
        if (right.Expires is not { } until)
        {
            return Looked.Unknown(new("期限无法计算", "The term cannot be computed"), right.NewestSource, right.Newest);
        }

        var words = new Words($"权利期限至 {until:yyyy-MM-dd}，债务履行期至 {debtEnd:yyyy-MM-dd}", $"The term ends on {until:yyyy-MM-dd}, the period of performance on {debtEnd:yyyy-MM-dd}");
        return debtEnd > until ? Looked.Lies(words, right.NewestSource, right.Newest) : Looked.Clear(words, right.NewestSource, right.Newest);
    }

    /// <summary>What is over stays a ground however old the source; what was in force then may have ended since.</summary>
    public static Looked Stale(RightOnDay right)
    {
        var last = right.LastState.State;
        return last.Over() ? Looked.Lies(new($"最后所知状态：{last.Title().Zh}", $"Last known state: {last.Title().En}"), right.NewestSource, right.Newest)
            : last == RightState.Unknown ? Looked.Unknown(new("登记簿不知其状态", "The register does not know its state"), right.NewestSource, right.Newest)
            : Looked.Unknown(new($"来源已过时；最后所知状态：{last.Title().Zh}", $"The source is too old; last known state: {last.Title().En}"), right.NewestSource, right.Newest);
    }

    private static string Since(Standing standing) => standing.From is { } from ? $" ({from:yyyy-MM-dd})" : "";
}

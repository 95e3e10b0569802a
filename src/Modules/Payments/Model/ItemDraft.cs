using System.Security.Cryptography;
using System.Text;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Model;

/// <summary>What an item takes of a closed-loop account's source.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Amount">Above zero.</param>
internal sealed record UseDraft(Guid Source, Money Amount);

/// <summary>A payment as asked for, its form already good.</summary>
internal sealed record ItemDraft
{
    public required string PayeeName { get; init; }

    /// <summary><c>bank</c> or <c>ecny_wallet</c>.</summary>
    public required string Kind { get; init; }

    public required string Account { get; init; }

    public string? AgentName { get; init; }

    public string? AgentCnaps { get; init; }

    public string? OperatingBank { get; init; }

    public required Money Amount { get; init; }

    public required string Purpose { get; init; }

    public string? PurposeCode { get; init; }

    public required string Remittance { get; init; }

    public string? LoanNo { get; init; }

    public string? CounterAccount { get; init; }

    public IReadOnlyList<UseDraft> Uses { get; init; } = [];
}

/// <summary>What two payments that look the same have in common: payee, account, amount and purpose.</summary>
internal static class ItemPrint
{
    public static string Of(string name, string account, long fen, string purpose) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Names.Plain(name)}\n{Names.Plain(account)}\n{fen}\n{Names.Plain(purpose)}")).AsSpan(0, 16));
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Crash.Writer;

/// <summary>The entries of a seed: the same number is the same entry in every process.</summary>
internal static class SeededEntries
{
    public static readonly Guid Book = new("00000000-0000-7000-8000-00000000b00c");
    public static readonly DateOnly Opened = new(2026, 1, 1), Business = new(2026, 11, 25);
    public static readonly IReadOnlyList<string> Accounts = [.. Enumerable.Range(0, 12).Select(i => $"9000.{i}")];

    public static Guid Id(int seed, int number)
    {
        Span<byte> text = stackalloc byte[8], hash = stackalloc byte[32];
        BinaryPrimitives.WriteInt32BigEndian(text, seed);
        BinaryPrimitives.WriteInt32BigEndian(text[4..], number);
        SHA256.HashData(text, hash);
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0f) | 0x70), (byte)((hash[8] & 0x3f) | 0x80));
        return new(hash[..16], bigEndian: true);
    }

    /// <summary>One amount from one account to one or two others, one in four dated back.</summary>
    public static EntryDraft Draft(int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var first = random.Next(Accounts.Count);
        var amount = random.Next(2, 1_000_000);
        var part = random.Next(2) == 0 ? amount : random.Next(1, amount);
        string Other() => Accounts[(first + 1 + random.Next(Accounts.Count - 1)) % Accounts.Count];
        List<LineDraft> lines = [new(Accounts[first], Side.Debit, Money.OfFen(amount)), new(Other(), Side.Credit, Money.OfFen(part))];
        if (part < amount)
        {
            lines.Add(new(Other(), Side.Credit, Money.OfFen(amount - part)));
        }

        return new() { Id = Id(seed, number), Effective = Business.AddDays(random.Next(4) == 0 ? -random.Next(1, 60) : 0), Event = "Transfer", Memo = $"{number}", Lines = lines };
    }
}

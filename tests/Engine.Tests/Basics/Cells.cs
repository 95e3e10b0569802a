using System.Text.Json;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Tests.Basics;

/// <summary>Reads the decimal strings of golden files.</summary>
internal static class Cells
{
    public static decimal Number(this JsonElement row, string name) => decimal.Parse(row.GetProperty(name).GetString()!);

    public static decimal Number(this JsonElement row, int index) => decimal.Parse(row[index].GetString()!);

    public static Money Yuan(this JsonElement row, string name) => Money.Cny(row.Number(name));

    public static Money Yuan(this JsonElement row, int index) => Money.Cny(row.Number(index));
}

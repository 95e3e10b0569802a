using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Reading;

namespace Zhirong.Modules.Lending.Decisions;

/// <summary>A credit policy with its text (<c>zhirong/policy/v1</c>).</summary>
public sealed record ShippedPolicy(string Text, PolicyDefinition Policy)
{
    /// <summary>Refused with the field's path and place when the text is no policy.</summary>
    public static Result<ShippedPolicy> Read(byte[] bytes)
    {
        var read = PolicyReader.Read(bytes);
        return read.Ok ? new ShippedPolicy(Encoding.UTF8.GetString(bytes), read.Value) : Result<ShippedPolicy>.Refused(read.Refusals);
    }
}

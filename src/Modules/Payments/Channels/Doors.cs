using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>Reads answer files; an installation has one with its mappings.</summary>
public interface IAnswerReader
{
    /// <summary>The answers in a file recognised by its content, one per message answered; or refusals (PAY-06xx). Never throws on bad bytes.</summary>
    Result<IReadOnlyList<ChannelAnswer>> Read(ReadOnlyMemory<byte> file);
}

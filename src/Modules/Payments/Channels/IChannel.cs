using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>One way an order leaves the house, as files: pure, the same order gives the same bytes.</summary>
public interface IChannel
{
    /// <summary>Permanent word, kept with every batch: <c>pain.001.001.09</c>, <c>pain.001.001.03</c>, <c>template.&lt;mapping&gt;</c>, <c>notice</c>, <c>ecny</c>.</summary>
    string Code { get; }

    Words Title { get; }

    /// <summary>Whether the channel can pay a payee of this kind.</summary>
    bool Pays(PayeeAccountKind kind);

    /// <summary>The files of an order, or every refusal (PAY-05xx) with the path of the field: <c>items[3].payeeName</c>.</summary>
    Result<IReadOnlyList<ChannelFile>> Write(PaymentOrder order);
}

/// <summary>A file to be handed to a bank or operator.</summary>
/// <param name="Name">File name without folder, ASCII, from the message id.</param>
/// <param name="MediaType"><c>application/xml</c>, <c>text/csv; charset=gb18030</c> …</param>
public sealed record ChannelFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);

using Zhirong.Modules.Payments.Sheets;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>The channels an installation has.</summary>
public sealed class ChannelShelf
{
    /// <summary>The mapping whose template is the digital-RMB instruction sheet.</summary>
    public const string EcnyMapping = "ecny";

    /// <param name="shelf">Every payout mapping is a channel: <c>template.&lt;id&gt;</c>, the one called <c>ecny</c> just that.</param>
    public ChannelShelf(SheetShelf shelf) => All =
    [
        new PainChannel("pain.001.001.09"),
        new PainChannel("pain.001.001.03"),
        new NoticeChannel(),
        .. shelf.Of(SheetKind.Payout).Select(m => m.Id == EcnyMapping
            ? new TemplateChannel(EcnyMapping, m, PayeeAccountKind.EcnyWallet)
            : new TemplateChannel($"template.{m.Id}", m, PayeeAccountKind.Bank)),
    ];

    public IReadOnlyList<IChannel> All { get; }

    /// <summary>Null for a word that is no channel's.</summary>
    public IChannel? Find(string code) => All.FirstOrDefault(c => c.Code == code);
}

using Zhirong.Modules.Assets.Reading.Firms;
using Zhirong.Modules.Assets.Reading.Tables;

namespace Zhirong.Modules.Assets;

/// <summary>Titles of columns the register knows, as shipped with the product; an organisation lays mappings of its own over them.</summary>
public sealed record RegisterTitles(HeaderAliases Rights, FirmAliases Firms);

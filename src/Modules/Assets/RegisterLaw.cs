using Zhirong.Modules.Assets.Law;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Assets;

/// <summary>What the register goes by, as shipped with the product.</summary>
public sealed record RegisterLaw(TermRules Terms, FeeRules Fees, RegisterPolicy Policy, EventCodes Codes, OwnersActs Acts);

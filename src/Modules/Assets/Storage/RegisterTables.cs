using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>The room's tables: rights with numbers, statements, events and what follows from them; sources, questions, trades; firms, products.</summary>
internal sealed class RegisterTables(RegisterLaw law) : IRoomModel
{
    public string Prefix => "ast_";

    public IReadOnlyList<Type> Migrations => [typeof(FirstRightTables), typeof(FirstFirmTables), typeof(ImportTables), typeof(PaperTables), typeof(QuickSearchTables), typeof(ListingTables), typeof(SearchTables), typeof(KnownFromTables), typeof(CloseTables)];

    public IEnumerable<StoreCheck> Verify(Session session) => RegisterCare.Verify(session, law);

    public void Configure(ModelBuilder model)
    {
        Rights(model);
        Sources(model);
        Imports(model);
        Firms(model);
        Papers(model);
        Listings(model);
        Searches(model);
    }

    private static void Rights(ModelBuilder model)
    {
        model.Entity<RegisteredRight>(right =>
        {
            right.ToTable("ast_right").SnakeCase();
            right.HasIndex(r => r.No).IsUnique();
            right.HasIndex(r => new { r.OwnerId, r.No });
            right.HasIndex(r => new { r.OwnerId, r.Kind, r.No });
            right.HasIndex(r => new { r.OwnerId, r.Number, r.No });
            right.HasIndex(r => new { r.Filed, r.No });
            right.HasIndex(r => new { r.Expires, r.No });
            right.HasIndex(r => new { r.Newest, r.No });
            right.HasIndex(r => new { r.KnownFrom, r.No }).HasFilter(KnownFromTables.Odd);
            right.HasIndex(r => new { r.OwnerId, r.Family }).HasFilter("family IS NOT NULL");
            right.HasIndex(r => r.ParentKey).HasFilter("parent_key IS NOT NULL");
        });
        model.Entity<RightNumberRow>(number =>
        {
            number.ToTable("ast_number").SnakeCase();
            number.HasKey(r => new { r.Key, r.OwnerId });
            number.HasIndex(r => r.RightNo);
            number.ReachedThrough<RightNumberRow, RegisteredRight>("right_no", "no");
        });
        model.Entity<SaidRow>(said =>
        {
            said.ToTable("ast_said").SnakeCase();
            said.HasKey(r => new { r.RightNo, r.N });
            said.HasIndex(r => r.SourceNo);
            said.ReachedThrough<SaidRow, RegisteredRight>("right_no", "no");
        });
        model.Entity<EventRow>(legalEvent =>
        {
            legalEvent.ToTable("ast_event").SnakeCase();
            legalEvent.HasKey(r => new { r.RightNo, r.N });
            legalEvent.HasIndex(r => new { r.RightNo, r.Print }).IsUnique();
            legalEvent.ReachedThrough<EventRow, RegisteredRight>("right_no", "no");
        });
        model.Entity<StandingRow>(standing =>
        {
            standing.ToTable("ast_standing").SnakeCase();
            standing.HasKey(r => new { r.RightNo, r.N });
            standing.ForEveryViewer();
        });
        model.Entity<HolderRow>(holder =>
        {
            holder.ToTable("ast_holder").SnakeCase();
            holder.HasKey(r => new { r.RightNo, r.N });
            holder.HasIndex(r => r.Name);
            holder.HasIndex(r => r.Code).HasFilter("code IS NOT NULL");
            holder.ReachedThrough<HolderRow, RegisteredRight>("right_no", "no");
        });
        model.Entity<EncumbranceRow>(encumbrance =>
        {
            encumbrance.ToTable("ast_encumbrance").SnakeCase();
            encumbrance.HasIndex(r => r.RightNo);
            encumbrance.ReachedThrough<EncumbranceRow, RegisteredRight>("right_no", "no");
        });
        model.Entity<TextRow>(text =>
        {
            text.ToTable("ast_text").SnakeCase();
            text.HasKey(r => r.No);
            text.Property(r => r.No).ValueGeneratedNever();
            text.ForEveryViewer();
        });
    }

    private static void Sources(ModelBuilder model)
    {
        model.Entity<SourceRow>(source =>
        {
            source.ToTable("ast_source").SnakeCase();
            source.HasIndex(r => new { r.OwnerId, r.Sha256, r.ReadAs }).IsUnique();
            source.HasIndex(r => r.No).IsUnique();
        });
        model.Entity<QuestionRow>(question =>
        {
            question.ToTable("ast_question").SnakeCase();
            question.HasIndex(r => new { r.RightNo, r.Kind, r.EventPrint }).IsUnique();
            question.HasIndex(r => new { r.OwnerId, r.Open, r.Id });
        });
        model.Entity<TradeRow>(trade =>
        {
            trade.ToTable("ast_trade").SnakeCase();
            trade.HasIndex(r => new { r.RightNo, r.Signed });
            trade.ReachedThrough<TradeRow, RegisteredRight>("right_no", "no");
        });
    }

    private static void Imports(ModelBuilder model)
    {
        model.Entity<MappingRow>(mapping =>
        {
            mapping.ToTable("ast_mapping").SnakeCase();
            mapping.HasIndex(r => new { r.OwnerId, r.Kind, r.Name }).IsUnique();
        });
        model.Entity<UploadRow>(upload => upload.ToTable("ast_upload").SnakeCase());
        model.Entity<UploadPartRow>(part =>
        {
            part.ToTable("ast_upload_part").SnakeCase();
            part.HasKey(r => new { r.UploadId, r.N });
            part.ReachedThrough<UploadPartRow, UploadRow>("upload_id", "id");
        });
    }

    private static void Listings(ModelBuilder model)
    {
        model.Entity<ListingFile>(file =>
        {
            file.ToTable("ast_listing_file").SnakeCase();
            file.HasIndex(r => new { r.OwnerId, r.Sha256 }).IsUnique();
        });
        model.Entity<ListingFileContent>(content =>
        {
            content.ToTable("ast_listing_file_content").SnakeCase();
            content.HasKey(r => r.FileId);
            content.Property(r => r.FileId).ValueGeneratedNever();
            content.ReachedThrough<ListingFileContent, ListingFile>("file_id");
        });
        model.Entity<Shortlist>(list =>
        {
            list.ToTable("ast_shortlist").SnakeCase();
            list.HasIndex(r => new { r.OwnerId, r.At });
        });
        model.Entity<ShortlistItem>(item =>
        {
            item.ToTable("ast_shortlist_item").SnakeCase();
            item.HasKey(r => new { r.ShortlistId, r.ListingId });
            item.ReachedThrough<ShortlistItem, Shortlist>("shortlist_id");
        });
    }

    private static void Searches(ModelBuilder model) => model.Entity<KeptSearch>(search =>
    {
        search.ToTable("ast_kept_search").SnakeCase();
        search.HasIndex(r => new { r.OwnerId, r.Holder, r.Name }).IsUnique();
    });

    private static void Papers(ModelBuilder model)
    {
        model.Entity<FirmPaper>(paper =>
        {
            paper.ToTable("ast_firm_paper").SnakeCase();
            paper.HasIndex(r => r.OwnerId);
            paper.HasIndex(r => new { r.FirmId, r.Sha256 }).IsUnique();
        });
        model.Entity<FirmPaperContent>(content =>
        {
            content.ToTable("ast_firm_paper_content").SnakeCase();
            content.HasKey(r => r.PaperId);
            content.Property(r => r.PaperId).ValueGeneratedNever();
            content.ReachedThrough<FirmPaperContent, FirmPaper>("paper_id");
        });
        model.Entity<FirmPaperUse>(use =>
        {
            use.ToTable("ast_firm_paper_use").SnakeCase();
            use.HasKey(r => new { r.PaperId, r.SubjectKind, r.SubjectId });
            use.HasIndex(r => new { r.SubjectKind, r.SubjectId });
            use.ReachedThrough<FirmPaperUse, FirmPaper>("paper_id");
        });
    }

    private static void Firms(ModelBuilder model)
    {
        model.Entity<Firm>(firm =>
        {
            firm.ToTable("ast_firm").SnakeCase();
            firm.HasIndex(r => new { r.OwnerId, r.Code }).IsUnique();
            firm.HasIndex(r => new { r.OwnerId, r.Name });
        });
        model.Entity<FirmName>(firmName =>
        {
            firmName.ToTable("ast_firm_name").SnakeCase();
            firmName.HasKey(r => new { r.FirmId, r.Name });
            firmName.HasIndex(r => r.Name);
            firmName.ReachedThrough<FirmName, Firm>("firm_id", "id");
        });
        model.Entity<FirmStatement>(statement =>
        {
            statement.ToTable("ast_statement").SnakeCase();
            statement.HasKey(r => new { r.FirmId, r.PeriodEnd });
            statement.ReachedThrough<FirmStatement, Firm>("firm_id", "id");
        });
        model.Entity<Product>(product =>
        {
            product.ToTable("ast_product").SnakeCase();
            product.HasIndex(r => new { r.OwnerId, r.Name });
            product.HasIndex(r => r.FirmId);
        });
        model.Entity<ProductRight>(productRight =>
        {
            productRight.ToTable("ast_product_right").SnakeCase();
            productRight.HasKey(r => new { r.ProductId, r.RightNo });
            productRight.HasIndex(r => r.RightNo);
            productRight.ReachedThrough<ProductRight, Product>("product_id", "id");
        });
        model.Entity<ProductIncome>(income =>
        {
            income.ToTable("ast_income").SnakeCase();
            income.HasKey(r => new { r.ProductId, r.Year });
            income.ReachedThrough<ProductIncome, Product>("product_id", "id");
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>The room's tables: pledges with their rights, registrations with their steps and statements, incidents, registries' answers.</summary>
internal sealed class LendingTables : IRoomModel
{
    public string Prefix => "len_";

    public IReadOnlyList<Type> Migrations => [typeof(FirstPledgeTables), typeof(SecondApplicationTables), typeof(FirstLoanTables), typeof(FirstInstantTables), typeof(LoanPaperTables), typeof(LoanImportTables), typeof(CertificateTables), typeof(CreditPolicyTables), typeof(ReceivableTables), typeof(CheckTables), typeof(ProofTables), typeof(PaperTemplateTables), typeof(PromiseTables)];

    public void Configure(ModelBuilder model)
    {
        Pledges(model);
        Registrations(model);
        Answers(model);
        LoanModel.Configure(model);
        LoanImportModel.Configure(model);
        CertificateModel.Configure(model);
        OriginationTables.Configure(model);
        InstantModel.Configure(model);
        LoanPaperModel.Configure(model);
        TemplateModel.Configure(model);
        ReceivableModel.Configure(model);
        CheckModel.Configure(model);
        ProofModel.Configure(model);
        PromiseModel.Configure(model);
    }

    public IEnumerable<StoreCheck> Verify(Session session) => [.. PledgeCare.Verify(session), .. OriginationTables.Verify(session), .. LoanCare.Verify(session), .. InstantModel.Verify(session), .. LoanPaperModel.Verify(session), .. TemplateModel.Verify(session), .. ReceivableModel.Verify(session), .. CheckModel.Verify(session), .. ProofModel.Verify(session), .. PromiseModel.Verify(session)];

    private static void Pledges(ModelBuilder model)
    {
        model.Entity<Pledge>(pledge =>
        {
            pledge.ToTable("len_pledge").SnakeCase();
            pledge.HasIndex(p => new { p.OwnerId, p.ChangedAt });
            pledge.HasIndex(p => new { p.OwnerId, p.ContractNo }).IsUnique();
        });
        model.Entity<PledgeItem>(item =>
        {
            item.ToTable("len_pledge_item").SnakeCase();
            item.HasKey(i => new { i.PledgeId, i.N });
            item.HasIndex(i => i.RightId);
            item.HasIndex(i => i.RegistrationId);
            item.ReachedThrough<PledgeItem, Pledge>("pledge_id");
        });
        model.Entity<PledgedRight>(right =>
        {
            right.ToTable("len_pledged_right").SnakeCase();
            right.HasKey(r => new { r.RegistrationId, r.RightKey });
            right.HasIndex(r => r.RightKey, "IX_len_pledged_right_live").IsUnique().HasFilter("live = 1");

            // Whether a right is pledged is nobody's secret here: that a second pledge is refused tells it.
            right.ForEveryViewer();
        });
        model.Entity<PledgeIncident>(incident =>
        {
            incident.ToTable("len_incident").SnakeCase();
            incident.HasIndex(i => new { i.OwnerId, i.Open, i.At });
            incident.HasIndex(i => i.PledgeId);
        });
    }

    private static void Registrations(ModelBuilder model)
    {
        model.Entity<PledgeRegistration>(registration =>
        {
            registration.ToTable("len_registration").SnakeCase();
            registration.HasIndex(r => r.PledgeId);
            registration.HasIndex(r => r.Due).HasFilter("due IS NOT NULL");
            registration.HasIndex(r => new { r.Registry, r.RegistrationNo }).HasFilter("registration_no <> ''");
            registration.ReachedThrough<PledgeRegistration, Pledge>("pledge_id");
        });
        model.Entity<RegistrationStep>(step =>
        {
            step.ToTable("len_registration_step").SnakeCase();
            step.HasKey(s => new { s.RegistrationId, s.N });
            step.ReachedThrough<RegistrationStep, PledgeRegistration>("registration_id");
        });
        model.Entity<GroundStatement>(statement =>
        {
            statement.ToTable("len_ground_statement").SnakeCase();
            statement.HasKey(s => new { s.RegistrationId, s.N });
            statement.ReachedThrough<GroundStatement, PledgeRegistration>("registration_id");
        });
    }

    private static void Answers(ModelBuilder model)
    {
        model.Entity<AnswerFile>(file =>
        {
            file.ToTable("len_answer_file").SnakeCase();
            file.HasIndex(f => new { f.OwnerId, f.At });
        });
        model.Entity<AnswerLine>(line =>
        {
            line.ToTable("len_answer_line").SnakeCase();
            line.HasKey(l => new { l.FileId, l.N });
            line.HasIndex(l => l.Print);
            line.ReachedThrough<AnswerLine, AnswerFile>("file_id");
        });
    }
}

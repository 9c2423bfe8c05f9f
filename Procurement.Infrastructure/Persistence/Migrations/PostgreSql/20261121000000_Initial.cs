using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Procurement.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_checkpoint",
                columns: table => new
                {
                    size = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    frontier = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_checkpoint", x => x.size);
                });

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_head", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_leaf",
                columns: table => new
                {
                    idx = table.Column<long>(type: "bigint", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_leaf", x => x.idx);
                });

            migrationBuilder.CreateTable(
                name: "audit_node",
                columns: table => new
                {
                    level = table.Column<int>(type: "integer", nullable: false),
                    idx = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_node", x => new { x.level, x.idx });
                });

            migrationBuilder.CreateTable(
                name: "balance_day",
                columns: table => new
                {
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    closing = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_balance_day", x => new { x.store_id, x.item_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "category",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    expert_check_needed = table.Column<bool>(type: "boolean", nullable: false),
                    conventional_set = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    placement = table.Column<long>(type: "bigint", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_category", x => x.id);
                    table.ForeignKey(
                        name: "fk_category_category_parent_id",
                        column: x => x.parent_id,
                        principalTable: "category",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_version",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_version = table.Column<int>(type: "integer", nullable: false),
                    form_version = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_version", x => new { x.document_id, x.content_version });
                });

            migrationBuilder.CreateTable(
                name: "file_hand",
                columns: table => new
                {
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_hand", x => new { x.file_id, x.person_id, x.capacity });
                });

            migrationBuilder.CreateTable(
                name: "invoice_number_taken",
                columns: table => new
                {
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    invoice_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_number_taken", x => new { x.supplier_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "invoice_payable",
                columns: table => new
                {
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invoice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matched = table.Column<long>(type: "bigint", nullable: false),
                    vouchered = table.Column<long>(type: "bigint", nullable: false),
                    paid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_payable", x => x.line_id);
                    table.CheckConstraint("ck_invoice_payable", "0 <= paid AND paid <= vouchered AND vouchered <= matched");
                });

            migrationBuilder.CreateTable(
                name: "job_run",
                columns: table => new
                {
                    job = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_run", x => new { x.job, x.day });
                });

            migrationBuilder.CreateTable(
                name: "line_link",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    from_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from_document = table.Column<Guid>(type: "uuid", nullable: false),
                    from_line = table.Column<Guid>(type: "uuid", nullable: false),
                    to_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    to_document = table.Column<Guid>(type: "uuid", nullable: false),
                    to_line = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    rials = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_line_link", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "line_progress",
                columns: table => new
                {
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_line_progress", x => new { x.line_id, x.stage });
                    table.CheckConstraint("ck_line_progress_quantity", "quantity >= 0");
                });

            migrationBuilder.CreateTable(
                name: "login_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: false, collation: "C"),
                    agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_login_event", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lot", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_counter",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    series = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_counter", x => new { x.kind, x.series, x.year });
                });

            migrationBuilder.CreateTable(
                name: "one_time_secret",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<int>(type: "integer", nullable: false),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    used_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_one_time_secret", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "opened_version",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opened_version", x => new { x.person_id, x.document_id });
                });

            migrationBuilder.CreateTable(
                name: "org_unit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_org_unit", x => x.id);
                    table.ForeignKey(
                        name: "fk_org_unit_org_unit_parent_id",
                        column: x => x.parent_id,
                        principalTable: "org_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisation_version",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payment_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    number_year = table.Column<int>(type: "integer", nullable: false),
                    number_serial = table.Column<int>(type: "integer", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "printed_copy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_version = table.Column<int>(type: "integer", nullable: false),
                    serial = table.Column<int>(type: "integer", nullable: false),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_printed_copy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    xml = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    store_id = table.Column<Guid>(type: "uuid", nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    run_by = table.Column<Guid>(type: "uuid", nullable: false),
                    run_at = table.Column<long>(type: "bigint", nullable: false),
                    compared = table.Column<long>(type: "bigint", nullable: false),
                    different = table.Column<long>(type: "bigint", nullable: false),
                    result_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    result = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "request_answer",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    request_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    answer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_answer", x => new { x.person_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "requester_substitute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    substitute_id = table.Column<Guid>(type: "uuid", nullable: false),
                    named_by = table.Column<Guid>(type: "uuid", nullable: false),
                    named_at = table.Column<long>(type: "bigint", nullable: false),
                    letter_no = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_requester_substitute", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reservation",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reserved = table.Column<long>(type: "bigint", nullable: false),
                    consumed = table.Column<long>(type: "bigint", nullable: false),
                    released = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reservation", x => new { x.document_id, x.line_id, x.store_id, x.item_id, x.lot_id });
                    table.CheckConstraint("ck_reservation_open", "consumed >= 0 AND released >= 0 AND consumed + released <= reserved");
                });

            migrationBuilder.CreateTable(
                name: "setting_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: true),
                    legal_basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    state = table.Column<int>(type: "integer", nullable: false),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    proposed_at = table.Column<long>(type: "bigint", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setting_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signing_grant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    granted_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signing_grant", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stashed_form",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "text", nullable: false, collation: "C"),
                    kept_until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stashed_form", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stock_balance",
                columns: table => new
                {
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_kind = table.Column<int>(type: "integer", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: true),
                    qty = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_balance", x => new { x.place_id, x.item_id, x.lot_id });
                    table.CheckConstraint("ck_stock_balance_qty", "qty >= 0");
                });

            migrationBuilder.CreateTable(
                name: "stock_level",
                columns: table => new
                {
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_hand = table.Column<long>(type: "bigint", nullable: false),
                    booked = table.Column<long>(type: "bigint", nullable: false),
                    reserved = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_level", x => new { x.store_id, x.item_id });
                    table.CheckConstraint("ck_stock_level_booked", "booked >= 0");
                    table.CheckConstraint("ck_stock_level_reserved", "reserved >= 0 AND reserved <= on_hand");
                });

            migrationBuilder.CreateTable(
                name: "stock_move",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    effective = table.Column<DateOnly>(type: "date", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_place = table.Column<Guid>(type: "uuid", nullable: false),
                    from_kind = table.Column<int>(type: "integer", nullable: false),
                    to_place = table.Column<Guid>(type: "uuid", nullable: false),
                    to_kind = table.Column<int>(type: "integer", nullable: false),
                    out_of_store = table.Column<Guid>(type: "uuid", nullable: true),
                    into_store = table.Column<Guid>(type: "uuid", nullable: true),
                    qty = table.Column<long>(type: "bigint", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<int>(type: "integer", nullable: false),
                    command_id = table.Column<Guid>(type: "uuid", nullable: false),
                    back_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    back_asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    back_approved_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_move", x => x.seq);
                    table.CheckConstraint("ck_stock_move_qty", "qty > 0");
                });

            migrationBuilder.CreateTable(
                name: "supplier",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    legal_id = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    national_id = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    economic_code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    verified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    verification_reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supplier", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_of_measure",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    is_divisible = table.Column<bool>(type: "boolean", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_of_measure", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "value_balance",
                columns: table => new
                {
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    qty = table.Column<long>(type: "bigint", nullable: false),
                    rials = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_value_balance", x => new { x.entity_id, x.item_id });
                    table.CheckConstraint("ck_value_balance", "qty >= 0 AND rials >= 0 AND (qty > 0 OR rials = 0)");
                });

            migrationBuilder.CreateTable(
                name: "value_entry",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    effective = table.Column<DateOnly>(type: "date", nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    qty = table.Column<long>(type: "bigint", nullable: false),
                    rials = table.Column<long>(type: "bigint", nullable: false),
                    cost = table.Column<long>(type: "bigint", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_by = table.Column<Guid>(type: "uuid", nullable: true),
                    received_line = table.Column<Guid>(type: "uuid", nullable: true),
                    command_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_value_entry", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "budget_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    title_folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    programme = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    chapter = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    credit_kind = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    carries_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_budget_line_budget_line_carries_id",
                        column: x => x.carries_id,
                        principalTable: "budget_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_budget_line_org_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "org_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    national_id = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    first_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    last_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_org_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "org_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    serves_subtree = table.Column<bool>(type: "boolean", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post", x => x.id);
                    table.ForeignKey(
                        name: "fk_post_org_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "org_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "property_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_by_line = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    cost = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: true),
                    custodian_id = table.Column<Guid>(type: "uuid", nullable: false),
                    room = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    labelled_at = table.Column<long>(type: "bigint", nullable: true),
                    labelled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    away_by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_property_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_property_item_org_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "org_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "property_scheme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prefix = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    digits = table.Column<int>(type: "integer", nullable: false),
                    first_serial = table.Column<long>(type: "bigint", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<long>(type: "bigint", nullable: false),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_property_scheme", x => x.id);
                    table.ForeignKey(
                        name: "fk_property_scheme_org_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "org_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sign_off_sheet",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    content_version = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    subject_folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount_rials = table.Column<long>(type: "bigint", nullable: true),
                    series_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    number_year = table.Column<int>(type: "integer", nullable: false),
                    number_serial = table.Column<int>(type: "integer", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    submitted_at = table.Column<long>(type: "bigint", nullable: true),
                    effective_at = table.Column<long>(type: "bigint", nullable: true),
                    under_objection = table.Column<bool>(type: "boolean", nullable: false),
                    cancel_asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    sealed_version = table.Column<int>(type: "integer", nullable: false),
                    sealed_sha256 = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_off_sheet", x => x.id);
                    table.ForeignKey(
                        name: "fk_sign_off_sheet_org_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "org_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sourcing_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    classification_class = table.Column<int>(type: "integer", nullable: false),
                    classification_amount = table.Column<long>(type: "bigint", nullable: false),
                    classification_event = table.Column<int>(type: "integer", nullable: false),
                    classification_event_date = table.Column<DateOnly>(type: "date", nullable: false),
                    classification_decree_id = table.Column<Guid>(type: "uuid", nullable: false),
                    classification_decree_year = table.Column<int>(type: "integer", nullable: false),
                    classification_decree_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    classification_small_ceiling = table.Column<long>(type: "bigint", nullable: false),
                    classification_medium_limit = table.Column<long>(type: "bigint", nullable: false),
                    classification_boundary = table.Column<int>(type: "integer", nullable: false),
                    method = table.Column<int>(type: "integer", nullable: false),
                    setad_number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    setad_excuse = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    setad_excused_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    abandon_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sourcing_file", x => x.id);
                    table.ForeignKey(
                        name: "fk_sourcing_file_org_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "org_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "splitting_finding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conventional_set = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    test = table.Column<int>(type: "integer", nullable: false),
                    window_days = table.Column<int>(type: "integer", nullable: false),
                    sum = table.Column<long>(type: "bigint", nullable: false),
                    class_used = table.Column<int>(type: "integer", nullable: false),
                    class_of_sum = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<int>(type: "integer", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    verdict = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_splitting_finding", x => x.id);
                    table.ForeignKey(
                        name: "fk_splitting_finding_org_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "org_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "store",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    has_guard = table.Column<bool>(type: "boolean", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    closed_through = table.Column<DateOnly>(type: "date", nullable: true),
                    proposed_through = table.Column<DateOnly>(type: "date", nullable: true),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_store", x => x.id);
                    table.ForeignKey(
                        name: "fk_store_org_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "org_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_batch_row",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    voucher_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voucher_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    payee_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    payee_iban = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    gross = table.Column<long>(type: "bigint", nullable: false),
                    withheld = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    purpose = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    payment_batch_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_batch_row", x => x.id);
                    table.ForeignKey(
                        name: "fk_payment_batch_row_payment_batch_payment_batch_id",
                        column: x => x.payment_batch_id,
                        principalTable: "payment_batch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "supplier_account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    iban = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    bank = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    is_default = table.Column<bool>(type: "boolean", nullable: false),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supplier_account", x => x.id);
                    table.ForeignKey(
                        name: "fk_supplier_account_supplier_supplier_id",
                        column: x => x.supplier_id,
                        principalTable: "supplier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "supplier_block",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    letter_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    letter_date = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    lifted_by_letter = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supplier_block", x => x.id);
                    table.ForeignKey(
                        name: "fk_supplier_block_supplier_supplier_id",
                        column: x => x.supplier_id,
                        principalTable: "supplier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "supplier_certificate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    field = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    grade = table.Column<int>(type: "integer", nullable: true),
                    issuer = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supplier_certificate", x => x.id);
                    table.ForeignKey(
                        name: "fk_supplier_certificate_supplier_supplier_id",
                        column: x => x.supplier_id,
                        principalTable: "supplier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "supplier_declaration",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supplier_declaration", x => x.id);
                    table.ForeignKey(
                        name: "fk_supplier_declaration_supplier_supplier_id",
                        column: x => x.supplier_id,
                        principalTable: "supplier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "supplier_principal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    national_id = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    role = table.Column<int>(type: "integer", nullable: false),
                    share_per_mille = table.Column<int>(type: "integer", nullable: false),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supplier_principal", x => x.id);
                    table.ForeignKey(
                        name: "fk_supplier_principal_supplier_supplier_id",
                        column: x => x.supplier_id,
                        principalTable: "supplier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false, collation: "C"),
                    folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    category_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    @class = table.Column<int>(name: "class", type: "integer", nullable: true),
                    base_unit = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    iran_code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    goods_service_id = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: true),
                    tracks_lot = table.Column<bool>(type: "boolean", nullable: false),
                    tracks_serial = table.Column<bool>(type: "boolean", nullable: false),
                    tracks_expiry = table.Column<bool>(type: "boolean", nullable: false),
                    min_stock = table.Column<long>(type: "bigint", nullable: true),
                    max_stock = table.Column<long>(type: "bigint", nullable: true),
                    reorder_point = table.Column<long>(type: "bigint", nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_item_category_category_id",
                        column: x => x.category_id,
                        principalTable: "category",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_item_unit_of_measure_base_unit",
                        column: x => x.base_unit,
                        principalTable: "unit_of_measure",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allotment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_line_id = table.Column<Guid>(type: "uuid", nullable: true),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    letter_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    letter_date = table.Column<DateOnly>(type: "date", nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<long>(type: "bigint", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allotment", x => x.id);
                    table.ForeignKey(
                        name: "fk_allotment_budget_line_from_line_id",
                        column: x => x.from_line_id,
                        principalTable: "budget_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_allotment_budget_line_line_id",
                        column: x => x.line_id,
                        principalTable: "budget_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budget_balance",
                columns: table => new
                {
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    free = table.Column<long>(type: "bigint", nullable: false),
                    reserved = table.Column<long>(type: "bigint", nullable: false),
                    committed = table.Column<long>(type: "bigint", nullable: false),
                    spent = table.Column<long>(type: "bigint", nullable: false),
                    paid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_balance", x => x.line_id);
                    table.CheckConstraint("ck_budget_balance", "free >= 0 AND reserved >= 0 AND committed >= 0 AND spent >= 0 AND paid >= 0");
                    table.ForeignKey(
                        name: "fk_budget_balance_budget_line_line_id",
                        column: x => x.line_id,
                        principalTable: "budget_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budget_entry",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_bucket = table.Column<int>(type: "integer", nullable: false),
                    from_document = table.Column<Guid>(type: "uuid", nullable: true),
                    from_line = table.Column<Guid>(type: "uuid", nullable: true),
                    to_bucket = table.Column<int>(type: "integer", nullable: false),
                    to_document = table.Column<Guid>(type: "uuid", nullable: true),
                    to_line = table.Column<Guid>(type: "uuid", nullable: true),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<Guid>(type: "uuid", nullable: false),
                    command_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_entry", x => x.seq);
                    table.CheckConstraint("ck_budget_entry", "amount > 0 AND (from_bucket <> to_bucket OR from_document <> to_document OR from_line <> to_line)");
                    table.ForeignKey(
                        name: "fk_budget_entry_budget_line_line_id",
                        column: x => x.line_id,
                        principalTable: "budget_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budget_hold",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_line = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bucket = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_hold", x => new { x.document_id, x.document_line, x.line_id, x.bucket });
                    table.CheckConstraint("ck_budget_hold", "amount >= 0");
                    table.ForeignKey(
                        name: "fk_budget_hold_budget_line_line_id",
                        column: x => x.line_id,
                        principalTable: "budget_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    password_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    password_set_at = table.Column<long>(type: "bigint", nullable: true),
                    is_disabled = table.Column<bool>(type: "boolean", nullable: false),
                    wrong_proofs = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<long>(type: "bigint", nullable: true),
                    code_secret = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    codes_confirmed_at = table.Column<long>(type: "bigint", nullable: true),
                    last_code_step = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_account_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imprest_book",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imprest_book", x => x.id);
                    table.ForeignKey(
                        name: "fk_imprest_book_person_id",
                        column: x => x.id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    passed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    certificate = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_record", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_record_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "appointment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    letter_date = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    is_acting = table.Column<bool>(type: "boolean", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointment", x => x.id);
                    table.ForeignKey(
                        name: "fk_appointment_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appointment_post_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "delegation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    letter_date = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    only_kind = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    amount_limit = table.Column<long>(type: "bigint", nullable: true),
                    revoked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegation", x => x.id);
                    table.ForeignKey(
                        name: "fk_delegation_person_from_person_id",
                        column: x => x.from_person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_delegation_person_to_person_id",
                        column: x => x.to_person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_delegation_post_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "property_custody",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    custodian_id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: true),
                    room = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    by_document = table.Column<Guid>(type: "uuid", nullable: false),
                    from_at = table.Column<long>(type: "bigint", nullable: false),
                    to_at = table.Column<long>(type: "bigint", nullable: true),
                    property_item_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_property_custody", x => x.id);
                    table.ForeignKey(
                        name: "fk_property_custody_property_item_property_item_id",
                        column: x => x.property_item_id,
                        principalTable: "property_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attachment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    file_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<long>(type: "bigint", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment", x => x.id);
                    table.ForeignKey(
                        name: "fk_attachment_sign_off_sheet_document_id",
                        column: x => x.document_id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contract",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    in_effect_for = table.Column<Guid>(type: "uuid", nullable: true),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    advance_basis_points = table.Column<long>(type: "bigint", nullable: false),
                    has_schedule = table.Column<bool>(type: "boolean", nullable: false),
                    has_guarantee = table.Column<bool>(type: "boolean", nullable: false),
                    guarantee_clause = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    daily_penalty_basis_points = table.Column<long>(type: "bigint", nullable: false),
                    tax = table.Column<long>(type: "bigint", nullable: false),
                    is_urgent = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_supplier_supplier_id",
                        column: x => x.supplier_id,
                        principalTable: "supplier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_act",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    acting_for_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    content_version = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_act", x => x.id);
                    table.ForeignKey(
                        name: "fk_document_act_sign_off_sheet_document_id",
                        column: x => x.document_id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "document_file",
                columns: table => new
                {
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_file", x => new { x.document_id, x.file_id });
                    table.ForeignKey(
                        name: "fk_document_file_sign_off_sheet_document_id",
                        column: x => x.document_id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goods_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    needed_by = table.Column<DateOnly>(type: "date", nullable: false),
                    is_answered = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goods_request", x => x.id);
                    table.ForeignKey(
                        name: "fk_goods_request_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imprest_settlement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imprest_settlement", x => x.id);
                    table.ForeignKey(
                        name: "fk_imprest_settlement_person_buyer_id",
                        column: x => x.buyer_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_imprest_settlement_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objection",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_by = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_at = table.Column<long>(type: "bigint", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    article = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    lines = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    answer_due_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<long>(type: "bigint", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    responsible_id = table.Column<Guid>(type: "uuid", nullable: true),
                    legal_basis = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objection", x => x.id);
                    table.ForeignKey(
                        name: "fk_objection_sign_off_sheet_document_id",
                        column: x => x.document_id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payment_voucher",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_id = table.Column<Guid>(type: "uuid", nullable: false),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    imprest_of = table.Column<Guid>(type: "uuid", nullable: true),
                    payee_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    payee_iban = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    purpose = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    is_of_centre = table.Column<bool>(type: "boolean", nullable: false),
                    payment = table.Column<int>(type: "integer", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    bank_reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ministry_letter = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    audit_court_letter = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_voucher", x => x.id);
                    table.ForeignKey(
                        name: "fk_payment_voucher_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_voucher_supplier_supplier_id",
                        column: x => x.supplier_id,
                        principalTable: "supplier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "purchase_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    delivery_place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    store_id = table.Column<Guid>(type: "uuid", nullable: true),
                    needed_by = table.Column<DateOnly>(type: "date", nullable: false),
                    origin = table.Column<int>(type: "integer", nullable: false),
                    origin_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    urgency = table.Column<int>(type: "integer", nullable: true),
                    urgency_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    goods_request_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_absence_declared = table.Column<bool>(type: "boolean", nullable: false),
                    is_credit_certified = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purchase_request", x => x.id);
                    table.ForeignKey(
                        name: "fk_purchase_request_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "route_step",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    timing = table.Column<int>(type: "integer", nullable: false),
                    due_working_days = table.Column<int>(type: "integer", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    joined_to_order = table.Column<int>(type: "integer", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<long>(type: "bigint", nullable: true),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    signature_id = table.Column<Guid>(type: "uuid", nullable: true),
                    inherited_from = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_at = table.Column<long>(type: "bigint", nullable: true),
                    claimed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    overdue_since = table.Column<long>(type: "bigint", nullable: true),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_route_step", x => x.id);
                    table.ForeignKey(
                        name: "fk_route_step_sign_off_sheet_document_id",
                        column: x => x.document_id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_acceptance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_id = table.Column<Guid>(type: "uuid", nullable: false),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    period_from = table.Column<DateOnly>(type: "date", nullable: false),
                    period_to = table.Column<DateOnly>(type: "date", nullable: false),
                    expert_id = table.Column<Guid>(type: "uuid", nullable: true),
                    substitutes_for = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_acceptance", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_acceptance_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signature",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    acting_for_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    content_version = table.Column<int>(type: "integer", nullable: false),
                    content_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    capacities = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    manifest_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signature", x => x.id);
                    table.ForeignKey(
                        name: "fk_signature_sign_off_sheet_document_id",
                        column: x => x.document_id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "supplier_invoice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_id = table.Column<Guid>(type: "uuid", nullable: false),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    supplier_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    supplier_identifier = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    economic_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    tax_memory_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    by_imprest = table.Column<bool>(type: "boolean", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stated_total = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supplier_invoice", x => x.id);
                    table.ForeignKey(
                        name: "fk_supplier_invoice_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_supplier_invoice_supplier_supplier_id",
                        column: x => x.supplier_id,
                        principalTable: "supplier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "price_note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    seller = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    noted_at = table.Column<long>(type: "bigint", nullable: false),
                    evidence_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    evidence_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    evidence_size = table.Column<long>(type: "bigint", nullable: false),
                    evidence_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_price_note", x => x.id);
                    table.ForeignKey(
                        name: "fk_price_note_sourcing_file_file_id",
                        column: x => x.file_id,
                        principalTable: "sourcing_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_price_note_supplier_supplier_id",
                        column: x => x.supplier_id,
                        principalTable: "supplier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sourcing_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    method = table.Column<int>(type: "integer", nullable: false),
                    deal_class = table.Column<int>(type: "integer", nullable: false),
                    decree_year = table.Column<int>(type: "integer", nullable: false),
                    small_ceiling = table.Column<long>(type: "bigint", nullable: false),
                    medium_limit = table.Column<long>(type: "bigint", nullable: false),
                    boundary = table.Column<int>(type: "integer", nullable: false),
                    setad_number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    setad_excuse = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    invoice_kind = table.Column<int>(type: "integer", nullable: false),
                    invoice_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    invoice_date = table.Column<DateOnly>(type: "date", nullable: false),
                    invoice_tax = table.Column<long>(type: "bigint", nullable: false),
                    invoice_total = table.Column<long>(type: "bigint", nullable: false),
                    prices_noted = table.Column<int>(type: "integer", nullable: false),
                    lowest_price = table.Column<long>(type: "bigint", nullable: false),
                    choice_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    terms_advance_basis_points = table.Column<long>(type: "bigint", nullable: false),
                    terms_has_schedule = table.Column<bool>(type: "boolean", nullable: false),
                    terms_has_guarantee = table.Column<bool>(type: "boolean", nullable: false),
                    deliver_by = table.Column<DateOnly>(type: "date", nullable: false),
                    payment = table.Column<int>(type: "integer", nullable: false),
                    is_urgent = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sourcing_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_sourcing_decision_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sourcing_decision_sourcing_file_file_id",
                        column: x => x.file_id,
                        principalTable: "sourcing_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sourcing_decision_supplier_supplier_id",
                        column: x => x.supplier_id,
                        principalTable: "supplier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sourcing_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_line = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    item = table.Column<Guid>(type: "uuid", nullable: true),
                    conventional_set = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    description = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    unit_name = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    estimate = table.Column<long>(type: "bigint", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sourcing_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_sourcing_line_sourcing_file_file_id",
                        column: x => x.file_id,
                        principalTable: "sourcing_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "splitting_member",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    finding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requester_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_splitting_member", x => new { x.finding_id, x.request_id });
                    table.ForeignKey(
                        name: "fk_splitting_member_splitting_finding_finding_id",
                        column: x => x.finding_id,
                        principalTable: "splitting_finding",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "gate_pass",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis = table.Column<int>(type: "integer", nullable: false),
                    basis_id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    destination = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    bearer = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    vehicle = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    receiver_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outside_receiver = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    receipt_paper = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    roster_guard_id = table.Column<Guid>(type: "uuid", nullable: true),
                    return_due = table.Column<DateOnly>(type: "date", nullable: true),
                    left_at = table.Column<long>(type: "bigint", nullable: true),
                    let_out_by = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<long>(type: "bigint", nullable: true),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    dispute_remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_pass", x => x.id);
                    table.ForeignKey(
                        name: "fk_gate_pass_sign_off_sheet_basis_id",
                        column: x => x.basis_id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_gate_pass_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_gate_pass_store_store_id",
                        column: x => x.store_id,
                        principalTable: "store",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opening_balance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    counted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opening_balance", x => x.id);
                    table.ForeignKey(
                        name: "fk_opening_balance_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opening_balance_store_store_id",
                        column: x => x.store_id,
                        principalTable: "store",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "place",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place", x => x.id);
                    table.ForeignKey(
                        name: "fk_place_store_store_id",
                        column: x => x.store_id,
                        principalTable: "store",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "temporary_exit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    receiver_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outside_receiver = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    return_due = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_temporary_exit", x => x.id);
                    table.ForeignKey(
                        name: "fk_temporary_exit_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_temporary_exit_store_store_id",
                        column: x => x.store_id,
                        principalTable: "store",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "temporary_receipt",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    basis_id = table.Column<Guid>(type: "uuid", nullable: true),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    deed = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    waybill_no = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    invoice_no = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    vehicle = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    deliverer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    arrived_at = table.Column<long>(type: "bigint", nullable: false),
                    second_counter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_hand = table.Column<int>(type: "integer", nullable: false),
                    count_round = table.Column<int>(type: "integer", nullable: false),
                    papers_read = table.Column<bool>(type: "boolean", nullable: false),
                    counts_agree = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_temporary_receipt", x => x.id);
                    table.ForeignKey(
                        name: "fk_temporary_receipt_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_temporary_receipt_store_store_id",
                        column: x => x.store_id,
                        principalTable: "store",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_conversion",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    numerator = table.Column<long>(type: "bigint", nullable: false),
                    denominator = table.Column<long>(type: "bigint", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_conversion", x => x.id);
                    table.ForeignKey(
                        name: "fk_item_conversion_item_item_id",
                        column: x => x.item_id,
                        principalTable: "item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_item_conversion_unit_of_measure_unit",
                        column: x => x.unit,
                        principalTable: "unit_of_measure",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "specification_template",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_version = table.Column<int>(type: "integer", nullable: false),
                    published_by = table.Column<Guid>(type: "uuid", nullable: false),
                    published_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_specification_template", x => x.id);
                    table.ForeignKey(
                        name: "fk_specification_template_item_item_id",
                        column: x => x.item_id,
                        principalTable: "item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_specification_template_person_published_by",
                        column: x => x.published_by,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "api_token",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    scope_list = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    last_used_at = table.Column<long>(type: "bigint", nullable: true),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_token", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_token_account_person_id",
                        column: x => x.person_id,
                        principalTable: "account",
                        principalColumn: "person_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "login_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    method = table.Column<int>(type: "integer", nullable: false),
                    must_enrol = table.Column<bool>(type: "boolean", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    last_seen_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<int>(type: "integer", nullable: true),
                    address = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: false, collation: "C"),
                    agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_login_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_login_session_account_person_id",
                        column: x => x.person_id,
                        principalTable: "account",
                        principalColumn: "person_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passkey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    credential_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    sign_count = table.Column<long>(type: "bigint", nullable: false),
                    is_backup_eligible = table.Column<bool>(type: "boolean", nullable: false),
                    is_backed_up = table.Column<bool>(type: "boolean", nullable: false),
                    added_at = table.Column<long>(type: "bigint", nullable: false),
                    used_at = table.Column<long>(type: "bigint", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passkey", x => x.id);
                    table.ForeignKey(
                        name: "fk_passkey_account_person_id",
                        column: x => x.person_id,
                        principalTable: "account",
                        principalColumn: "person_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recovery_code",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    used_at = table.Column<long>(type: "bigint", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_code", x => x.id);
                    table.ForeignKey(
                        name: "fk_recovery_code_account_person_id",
                        column: x => x.person_id,
                        principalTable: "account",
                        principalColumn: "person_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "imprest_purchase",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    bought_on = table.Column<DateOnly>(type: "date", nullable: false),
                    settle_by = table.Column<DateOnly>(type: "date", nullable: false),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    settlement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    accounted_at = table.Column<long>(type: "bigint", nullable: true),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imprest_purchase", x => x.decision_id);
                    table.ForeignKey(
                        name: "fk_imprest_purchase_imprest_book_buyer_id",
                        column: x => x.buyer_id,
                        principalTable: "imprest_book",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contract_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    decision_line = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_line = table.Column<Guid>(type: "uuid", nullable: false),
                    requester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_kind = table.Column<int>(type: "integer", nullable: false),
                    item = table.Column<Guid>(type: "uuid", nullable: true),
                    description = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    unit_name = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    unit_price = table.Column<long>(type: "bigint", nullable: false),
                    price = table.Column<long>(type: "bigint", nullable: false),
                    specification_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_version = table.Column<int>(type: "integer", nullable: false),
                    brand = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    brand_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_line_contract_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "delivery_instalment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_order = table.Column<int>(type: "integer", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_instalment", x => x.id);
                    table.ForeignKey(
                        name: "fk_delivery_instalment_contract_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goods_request_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    item = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    available = table.Column<long>(type: "bigint", nullable: false),
                    goods_request_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goods_request_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_goods_request_line_goods_request_goods_request_id",
                        column: x => x.goods_request_id,
                        principalTable: "goods_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issue_voucher",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    requester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_at = table.Column<long>(type: "bigint", nullable: true),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<long>(type: "bigint", nullable: true),
                    purpose = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    timing_allows_after = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issue_voucher", x => x.id);
                    table.ForeignKey(
                        name: "fk_issue_voucher_goods_request_request_id",
                        column: x => x.request_id,
                        principalTable: "goods_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_issue_voucher_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_issue_voucher_store_store_id",
                        column: x => x.store_id,
                        principalTable: "store",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "settled_purchase",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    what = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    bought = table.Column<long>(type: "bigint", nullable: false),
                    spent = table.Column<long>(type: "bigint", nullable: false),
                    invoices = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    invoices_sha256 = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    imprest_settlement_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settled_purchase", x => x.id);
                    table.ForeignKey(
                        name: "fk_settled_purchase_imprest_settlement_imprest_settlement_id",
                        column: x => x.imprest_settlement_id,
                        principalTable: "imprest_settlement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payment_attempt",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: false),
                    answered_at = table.Column<long>(type: "bigint", nullable: true),
                    bank_reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    failure_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    payment_voucher_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_attempt", x => x.id);
                    table.ForeignKey(
                        name: "fk_payment_attempt_payment_voucher_payment_voucher_id",
                        column: x => x.payment_voucher_id,
                        principalTable: "payment_voucher",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payment_deduction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    @base = table.Column<long>(name: "base", type: "bigint", nullable: false),
                    basis_points = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    payment_voucher_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_deduction", x => x.id);
                    table.ForeignKey(
                        name: "fk_payment_deduction_payment_voucher_payment_voucher_id",
                        column: x => x.payment_voucher_id,
                        principalTable: "payment_voucher",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payment_file_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item = table.Column<int>(type: "integer", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    number = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    leaf = table.Column<long>(type: "bigint", nullable: true),
                    payment_voucher_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_file_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_payment_file_evidence_payment_voucher_payment_voucher_id",
                        column: x => x.payment_voucher_id,
                        principalTable: "payment_voucher",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payment_file_not_due",
                columns: table => new
                {
                    item = table.Column<int>(type: "integer", nullable: false),
                    payment_voucher_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_file_not_due", x => new { x.payment_voucher_id, x.item });
                    table.ForeignKey(
                        name: "fk_payment_file_not_due_payment_voucher_payment_voucher_id",
                        column: x => x.payment_voucher_id,
                        principalTable: "payment_voucher",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payment_voucher_invoice",
                columns: table => new
                {
                    invoice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payment_voucher_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_voucher_invoice", x => new { x.payment_voucher_id, x.invoice_id });
                    table.ForeignKey(
                        name: "fk_payment_voucher_invoice_payment_voucher_payment_voucher_id",
                        column: x => x.payment_voucher_id,
                        principalTable: "payment_voucher",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payment_voucher_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    invoice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invoice_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_kind = table.Column<int>(type: "integer", nullable: false),
                    description = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    payable = table.Column<long>(type: "bigint", nullable: false),
                    before = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    payment_voucher_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_voucher_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_payment_voucher_line_payment_voucher_payment_voucher_id",
                        column: x => x.payment_voucher_id,
                        principalTable: "payment_voucher",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "purchase_request_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    item = table.Column<Guid>(type: "uuid", nullable: true),
                    description = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    unit_name = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    unit_estimate = table.Column<long>(type: "bigint", nullable: false),
                    estimate = table.Column<long>(type: "bigint", nullable: false),
                    basis = table.Column<int>(type: "integer", nullable: false),
                    basis_note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    specification_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    template_version = table.Column<int>(type: "integer", nullable: true),
                    brand = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    brand_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    goods_request_line = table.Column<Guid>(type: "uuid", nullable: true),
                    budget_line = table.Column<Guid>(type: "uuid", nullable: true),
                    credit_amount = table.Column<long>(type: "bigint", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    purchase_request_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purchase_request_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_purchase_request_line_budget_line_budget_line",
                        column: x => x.budget_line,
                        principalTable: "budget_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_purchase_request_line_purchase_request_purchase_request_id",
                        column: x => x.purchase_request_id,
                        principalTable: "purchase_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accepted_work",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    basis_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ordered = table.Column<long>(type: "bigint", nullable: false),
                    accepted_before = table.Column<long>(type: "bigint", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    unit_price = table.Column<long>(type: "bigint", nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false),
                    measured_how = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    service_acceptance_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accepted_work", x => x.id);
                    table.ForeignKey(
                        name: "fk_accepted_work_service_acceptance_service_acceptance_id",
                        column: x => x.service_acceptance_id,
                        principalTable: "service_acceptance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invoice_match",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    compared_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_match", x => x.id);
                    table.ForeignKey(
                        name: "fk_invoice_match_supplier_invoice_id",
                        column: x => x.id,
                        principalTable: "supplier_invoice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "supplier_invoice_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    basis_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_kind = table.Column<int>(type: "integer", nullable: false),
                    item = table.Column<Guid>(type: "uuid", nullable: true),
                    description = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    unit_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    unit_price = table.Column<long>(type: "bigint", nullable: false),
                    price = table.Column<long>(type: "bigint", nullable: false),
                    tax = table.Column<long>(type: "bigint", nullable: false),
                    supplier_invoice_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supplier_invoice_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_supplier_invoice_line_supplier_invoice_supplier_invoice_id",
                        column: x => x.supplier_invoice_id,
                        principalTable: "supplier_invoice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "price_note_line",
                columns: table => new
                {
                    file_line = table.Column<Guid>(type: "uuid", nullable: false),
                    price_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_price = table.Column<long>(type: "bigint", nullable: false),
                    price = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_price_note_line", x => new { x.price_id, x.file_line });
                    table.ForeignKey(
                        name: "fk_price_note_line_price_note_price_id",
                        column: x => x.price_id,
                        principalTable: "price_note",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decision_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    file_line = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_line = table.Column<Guid>(type: "uuid", nullable: false),
                    requester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_kind = table.Column<int>(type: "integer", nullable: false),
                    item = table.Column<Guid>(type: "uuid", nullable: true),
                    description = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    unit_name = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    unit_price = table.Column<long>(type: "bigint", nullable: false),
                    price = table.Column<long>(type: "bigint", nullable: false),
                    specification_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_version = table.Column<int>(type: "integer", nullable: false),
                    brand = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    brand_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_decision_line_sourcing_decision_decision_id",
                        column: x => x.decision_id,
                        principalTable: "sourcing_decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "purchase_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    number_year = table.Column<int>(type: "integer", nullable: false),
                    number_serial = table.Column<int>(type: "integer", nullable: false),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    placed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    deliver_by = table.Column<DateOnly>(type: "date", nullable: false),
                    by_imprest = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purchase_order", x => x.id);
                    table.ForeignKey(
                        name: "fk_purchase_order_sourcing_decision_id",
                        column: x => x.id,
                        principalTable: "sourcing_decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dispute_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pass_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pass_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    basis = table.Column<int>(type: "integer", nullable: false),
                    basis_id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_dispute_decision_gate_pass_pass_id",
                        column: x => x.pass_id,
                        principalTable: "gate_pass",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispute_decision_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gate_pass_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    basis_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item = table.Column<Guid>(type: "uuid", nullable: false),
                    item_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    is_labelled = table.Column<bool>(type: "boolean", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    went_out = table.Column<long>(type: "bigint", nullable: false),
                    arrived = table.Column<long>(type: "bigint", nullable: false),
                    disputed = table.Column<long>(type: "bigint", nullable: false),
                    away = table.Column<long>(type: "bigint", nullable: false),
                    returned = table.Column<long>(type: "bigint", nullable: false),
                    gate_pass_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_pass_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_gate_pass_line_gate_pass_gate_pass_id",
                        column: x => x.gate_pass_id,
                        principalTable: "gate_pass",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stopped_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    scanned = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    stopped_by = table.Column<Guid>(type: "uuid", nullable: false),
                    stopped_at = table.Column<long>(type: "bigint", nullable: false),
                    gate_pass_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stopped_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_stopped_item_gate_pass_gate_pass_id",
                        column: x => x.gate_pass_id,
                        principalTable: "gate_pass",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "opening_balance_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    item = table.Column<Guid>(type: "uuid", nullable: false),
                    bin = table.Column<Guid>(type: "uuid", nullable: false),
                    lot = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    unit_value = table.Column<long>(type: "bigint", nullable: false),
                    opening_balance_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opening_balance_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_opening_balance_line_opening_balance_opening_balance_id",
                        column: x => x.opening_balance_id,
                        principalTable: "opening_balance",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "exit_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    item = table.Column<Guid>(type: "uuid", nullable: false),
                    item_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    bin = table.Column<Guid>(type: "uuid", nullable: true),
                    lot = table.Column<Guid>(type: "uuid", nullable: true),
                    custodian_id = table.Column<Guid>(type: "uuid", nullable: true),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    on_pass = table.Column<long>(type: "bigint", nullable: false),
                    settled = table.Column<long>(type: "bigint", nullable: false),
                    temporary_exit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exit_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_exit_line_temporary_exit_temporary_exit_id",
                        column: x => x.temporary_exit_id,
                        principalTable: "temporary_exit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conformance_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    temporary_receipt_id = table.Column<Guid>(type: "uuid", nullable: false),
                    temporary_receipt_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    basis_id = table.Column<Guid>(type: "uuid", nullable: true),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    judge_id = table.Column<Guid>(type: "uuid", nullable: false),
                    substitutes_for = table.Column<Guid>(type: "uuid", nullable: true),
                    expert_id = table.Column<Guid>(type: "uuid", nullable: true),
                    may_sign_after = table.Column<bool>(type: "boolean", nullable: false),
                    is_judged = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conformance_report", x => x.id);
                    table.ForeignKey(
                        name: "fk_conformance_report_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conformance_report_store_store_id",
                        column: x => x.store_id,
                        principalTable: "store",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conformance_report_temporary_receipt_temporary_receipt_id",
                        column: x => x.temporary_receipt_id,
                        principalTable: "temporary_receipt",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delivery_count",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    side = table.Column<int>(type: "integer", nullable: false),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    salt = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    counted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    temporary_receipt_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_count", x => x.id);
                    table.ForeignKey(
                        name: "fk_delivery_count_temporary_receipt_temporary_receipt_id",
                        column: x => x.temporary_receipt_id,
                        principalTable: "temporary_receipt",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "expert_checklist",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    temporary_receipt_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    expert_id = table.Column<Guid>(type: "uuid", nullable: false),
                    appointed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    appointed_at = table.Column<long>(type: "bigint", nullable: false),
                    completed_at = table.Column<long>(type: "bigint", nullable: true),
                    remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_checklist", x => x.id);
                    table.ForeignKey(
                        name: "fk_expert_checklist_temporary_receipt_temporary_receipt_id",
                        column: x => x.temporary_receipt_id,
                        principalTable: "temporary_receipt",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "temporary_receipt_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    basis_line_id = table.Column<Guid>(type: "uuid", nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordered = table.Column<long>(type: "bigint", nullable: true),
                    lot_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    condition = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    on_paper = table.Column<long>(type: "bigint", nullable: true),
                    salt = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    counted = table.Column<long>(type: "bigint", nullable: true),
                    temporary_receipt_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_temporary_receipt_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_temporary_receipt_line_temporary_receipt_temporary_receipt_~",
                        column: x => x.temporary_receipt_id,
                        principalTable: "temporary_receipt",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "template_attribute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    check = table.Column<int>(type: "integer", nullable: false),
                    is_mandatory = table.Column<bool>(type: "boolean", nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    min = table.Column<long>(type: "bigint", nullable: true),
                    max = table.Column<long>(type: "bigint", nullable: true),
                    choice_lines = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    standard = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    template_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_template_attribute", x => x.id);
                    table.ForeignKey(
                        name: "fk_template_attribute_specification_template_template_id",
                        column: x => x.template_id,
                        principalTable: "specification_template",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contract_line_attribute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    check = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    min = table.Column<long>(type: "bigint", nullable: true),
                    max = table.Column<long>(type: "bigint", nullable: true),
                    value = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_line_attribute", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_line_attribute_contract_line_line_id",
                        column: x => x.line_id,
                        principalTable: "contract_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issue_delivery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requester_id = table.Column<Guid>(type: "uuid", nullable: false),
                    keeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issue_delivery", x => x.id);
                    table.ForeignKey(
                        name: "fk_issue_delivery_issue_voucher_id",
                        column: x => x.id,
                        principalTable: "issue_voucher",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_issue_delivery_org_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "org_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "issue_voucher_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    request_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_item = table.Column<Guid>(type: "uuid", nullable: false),
                    requested = table.Column<long>(type: "bigint", nullable: false),
                    item = table.Column<Guid>(type: "uuid", nullable: false),
                    item_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    @class = table.Column<int>(name: "class", type: "integer", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false),
                    substitute_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    custodian_id = table.Column<Guid>(type: "uuid", nullable: true),
                    room = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    needs_expert_check = table.Column<bool>(type: "boolean", nullable: false),
                    check_remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    checked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    checked_at = table.Column<long>(type: "bigint", nullable: true),
                    issue_voucher_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issue_voucher_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_issue_voucher_line_issue_voucher_issue_voucher_id",
                        column: x => x.issue_voucher_id,
                        principalTable: "issue_voucher",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "purchase_request_line_attribute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    check = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    min = table.Column<long>(type: "bigint", nullable: true),
                    max = table.Column<long>(type: "bigint", nullable: true),
                    value = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purchase_request_line_attribute", x => x.id);
                    table.ForeignKey(
                        name: "fk_purchase_request_line_attribute_purchase_request_line_line_~",
                        column: x => x.line_id,
                        principalTable: "purchase_request_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invoice_match_gap",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    invoice_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<int>(type: "integer", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    rials = table.Column<long>(type: "bigint", nullable: false),
                    invoice_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_match_gap", x => x.id);
                    table.ForeignKey(
                        name: "fk_invoice_match_gap_invoice_match_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoice_match",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invoice_match_part",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    invoice_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    delivered_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    delivered_document = table.Column<Guid>(type: "uuid", nullable: false),
                    delivered_line = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    price = table.Column<long>(type: "bigint", nullable: false),
                    tax = table.Column<long>(type: "bigint", nullable: false),
                    matched_by = table.Column<Guid>(type: "uuid", nullable: false),
                    matched_at = table.Column<long>(type: "bigint", nullable: false),
                    invoice_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_match_part", x => x.id);
                    table.ForeignKey(
                        name: "fk_invoice_match_part_invoice_match_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoice_match",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decision_line_attribute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    check = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    min = table.Column<long>(type: "bigint", nullable: true),
                    max = table.Column<long>(type: "bigint", nullable: true),
                    value = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_line_attribute", x => x.id);
                    table.ForeignKey(
                        name: "fk_decision_line_attribute_decision_line_line_id",
                        column: x => x.line_id,
                        principalTable: "decision_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "disputed_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    pass_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item = table.Column<Guid>(type: "uuid", nullable: false),
                    item_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    dispute_decision_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disputed_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_disputed_line_dispute_decision_dispute_decision_id",
                        column: x => x.dispute_decision_id,
                        principalTable: "dispute_decision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "gate_pass_piece",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    has_left = table.Column<bool>(type: "boolean", nullable: false),
                    has_arrived = table.Column<bool>(type: "boolean", nullable: false),
                    is_away = table.Column<bool>(type: "boolean", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_pass_piece", x => x.id);
                    table.ForeignKey(
                        name: "fk_gate_pass_piece_gate_pass_line_line_id",
                        column: x => x.line_id,
                        principalTable: "gate_pass_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "exit_piece",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    property_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    on_pass = table.Column<bool>(type: "boolean", nullable: false),
                    settled = table.Column<bool>(type: "boolean", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exit_piece", x => x.id);
                    table.ForeignKey(
                        name: "fk_exit_piece_exit_line_line_id",
                        column: x => x.line_id,
                        principalTable: "exit_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conformance_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    temporary_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_line_id = table.Column<Guid>(type: "uuid", nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    @class = table.Column<int>(name: "class", type: "integer", nullable: false),
                    counted = table.Column<long>(type: "bigint", nullable: false),
                    ordered_in_all = table.Column<long>(type: "bigint", nullable: true),
                    still_due = table.Column<long>(type: "bigint", nullable: true),
                    presented = table.Column<long>(type: "bigint", nullable: false),
                    specification_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    template_version = table.Column<int>(type: "integer", nullable: true),
                    brand = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    brand_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    unit_price = table.Column<long>(type: "bigint", nullable: true),
                    accepted = table.Column<long>(type: "bigint", nullable: false),
                    refused = table.Column<long>(type: "bigint", nullable: false),
                    accepted_at_cut = table.Column<long>(type: "bigint", nullable: false),
                    cut_unit_price = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    waiver = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    expert_remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    conformance_report_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conformance_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_conformance_line_conformance_report_conformance_report_id",
                        column: x => x.conformance_report_id,
                        principalTable: "conformance_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goods_receipt",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    conformance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conformance_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    basis_id = table.Column<Guid>(type: "uuid", nullable: true),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    invoice_no = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    letter_no = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    letter_date = table.Column<DateOnly>(type: "date", nullable: true),
                    valued_by = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    owner_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    due_back = table.Column<DateOnly>(type: "date", nullable: true),
                    timing_allows_after = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goods_receipt", x => x.id);
                    table.ForeignKey(
                        name: "fk_goods_receipt_conformance_report_conformance_id",
                        column: x => x.conformance_id,
                        principalTable: "conformance_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_goods_receipt_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_goods_receipt_store_store_id",
                        column: x => x.store_id,
                        principalTable: "store",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "return_to_supplier",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conformance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conformance_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    basis_id = table.Column<Guid>(type: "uuid", nullable: true),
                    supplier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    carrier = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_return_to_supplier", x => x.id);
                    table.ForeignKey(
                        name: "fk_return_to_supplier_conformance_report_conformance_id",
                        column: x => x.conformance_id,
                        principalTable: "conformance_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_return_to_supplier_sign_off_sheet_id",
                        column: x => x.id,
                        principalTable: "sign_off_sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_return_to_supplier_store_store_id",
                        column: x => x.store_id,
                        principalTable: "store",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expert_checklist_result",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<int>(type: "integer", nullable: false),
                    measured = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    method = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    fails_for = table.Column<long>(type: "bigint", nullable: true),
                    photo_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    photo_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    photo_size = table.Column<long>(type: "bigint", nullable: false),
                    photo_type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    expert_checklist_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_checklist_result", x => x.id);
                    table.ForeignKey(
                        name: "fk_expert_checklist_result_expert_checklist_expert_checklist_id",
                        column: x => x.expert_checklist_id,
                        principalTable: "expert_checklist",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issue_delivery_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    item = table.Column<Guid>(type: "uuid", nullable: false),
                    item_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    is_labelled = table.Column<bool>(type: "boolean", nullable: false),
                    custodian_id = table.Column<Guid>(type: "uuid", nullable: true),
                    room = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issue_delivery_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_issue_delivery_line_issue_delivery_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "issue_delivery",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "picked_parcel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item = table.Column<Guid>(type: "uuid", nullable: false),
                    bin = table.Column<Guid>(type: "uuid", nullable: false),
                    lot = table.Column<Guid>(type: "uuid", nullable: true),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    property_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    piece_number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    picked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    picked_at = table.Column<long>(type: "bigint", nullable: false),
                    put_back = table.Column<long>(type: "bigint", nullable: false),
                    handed_over = table.Column<long>(type: "bigint", nullable: false),
                    handed_over_to = table.Column<Guid>(type: "uuid", nullable: true),
                    handed_over_at = table.Column<long>(type: "bigint", nullable: true),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_picked_parcel", x => x.id);
                    table.ForeignKey(
                        name: "fk_picked_parcel_issue_delivery_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "issue_delivery",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "receiver_substitute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    substitute_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    named_by = table.Column<Guid>(type: "uuid", nullable: false),
                    named_at = table.Column<long>(type: "bigint", nullable: false),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receiver_substitute", x => x.id);
                    table.ForeignKey(
                        name: "fk_receiver_substitute_issue_delivery_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "issue_delivery",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issue_voucher_piece",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    property_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issue_voucher_piece", x => x.id);
                    table.ForeignKey(
                        name: "fk_issue_voucher_piece_issue_voucher_line_line_id",
                        column: x => x.line_id,
                        principalTable: "issue_voucher_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "disputed_piece",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disputed_piece", x => x.id);
                    table.ForeignKey(
                        name: "fk_disputed_piece_disputed_line_line_id",
                        column: x => x.line_id,
                        principalTable: "disputed_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attribute_check",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<int>(type: "integer", nullable: false),
                    measured = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    method = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    fails_for = table.Column<long>(type: "bigint", nullable: false),
                    evidence_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    is_by_expert = table.Column<bool>(type: "boolean", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attribute_check", x => x.id);
                    table.ForeignKey(
                        name: "fk_attribute_check_conformance_line_line_id",
                        column: x => x.line_id,
                        principalTable: "conformance_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conformance_line_attribute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    check = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    min = table.Column<long>(type: "bigint", nullable: true),
                    max = table.Column<long>(type: "bigint", nullable: true),
                    value = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conformance_line_attribute", x => x.id);
                    table.ForeignKey(
                        name: "fk_conformance_line_attribute_conformance_line_line_id",
                        column: x => x.line_id,
                        principalTable: "conformance_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goods_receipt_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    conformance_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_line_id = table.Column<Guid>(type: "uuid", nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @class = table.Column<int>(name: "class", type: "integer", nullable: false),
                    lot_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    unit_price = table.Column<long>(type: "bigint", nullable: true),
                    value = table.Column<long>(type: "bigint", nullable: false),
                    bin_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_price_cut = table.Column<bool>(type: "boolean", nullable: false),
                    is_of_partly_refused = table.Column<bool>(type: "boolean", nullable: false),
                    accepted = table.Column<long>(type: "bigint", nullable: false),
                    ordered_in_all = table.Column<long>(type: "bigint", nullable: true),
                    goods_receipt_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goods_receipt_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_goods_receipt_line_goods_receipt_goods_receipt_id",
                        column: x => x.goods_receipt_id,
                        principalTable: "goods_receipt",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "return_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    conformance_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_line_id = table.Column<Guid>(type: "uuid", nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    refused = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    on_pass = table.Column<long>(type: "bigint", nullable: false),
                    settled = table.Column<long>(type: "bigint", nullable: false),
                    return_to_supplier_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_return_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_return_line_return_to_supplier_return_to_supplier_id",
                        column: x => x.return_to_supplier_id,
                        principalTable: "return_to_supplier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issue_delivery_piece",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    property_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issue_delivery_piece", x => x.id);
                    table.ForeignKey(
                        name: "fk_issue_delivery_piece_issue_delivery_line_line_id",
                        column: x => x.line_id,
                        principalTable: "issue_delivery_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "passed_part",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pass_id = table.Column<Guid>(type: "uuid", nullable: false),
                    promised = table.Column<long>(type: "bigint", nullable: false),
                    went_out = table.Column<long>(type: "bigint", nullable: false),
                    arrived = table.Column<long>(type: "bigint", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<long>(type: "bigint", nullable: true),
                    returned = table.Column<long>(type: "bigint", nullable: false),
                    lost = table.Column<long>(type: "bigint", nullable: false),
                    parcel_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passed_part", x => x.id);
                    table.ForeignKey(
                        name: "fk_passed_part_picked_parcel_parcel_id",
                        column: x => x.parcel_id,
                        principalTable: "picked_parcel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goods_receipt_label",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    serial = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goods_receipt_label", x => x.id);
                    table.ForeignKey(
                        name: "fk_goods_receipt_label_goods_receipt_line_line_id",
                        column: x => x.line_id,
                        principalTable: "goods_receipt_line",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "audit_head",
                columns: new[] { "id", "size" },
                values: new object[] { 1, 0L });

            migrationBuilder.InsertData(
                table: "organisation_version",
                columns: new[] { "id", "version" },
                values: new object[] { 1, 1L });

            migrationBuilder.InsertData(
                table: "unit_of_measure",
                columns: new[] { "code", "is_active", "is_divisible", "name", "name_en", "version" },
                values: new object[,]
                {
                    { "bag", true, false, "کیسه", "Bag", 1L },
                    { "barrel", true, false, "بشکه", "Barrel", 1L },
                    { "bottle", true, false, "بطری", "Bottle", 1L },
                    { "box", true, false, "جعبه", "Box", 1L },
                    { "branch", true, false, "شاخه", "Bar", 1L },
                    { "can", true, false, "قوطی", "Can", 1L },
                    { "carton", true, false, "کارتن", "Carton", 1L },
                    { "cm", true, true, "سانتی‌متر", "Centimetre", 1L },
                    { "coil", true, false, "حلقه", "Coil", 1L },
                    { "day", true, true, "روز", "Day", 1L },
                    { "device", true, false, "دستگاه", "Device", 1L },
                    { "each", true, false, "عدد", "Each", 1L },
                    { "g", true, true, "گرم", "Gram", 1L },
                    { "hour", true, true, "ساعت", "Hour", 1L },
                    { "job", true, false, "مقطوع", "Lump sum", 1L },
                    { "kg", true, true, "کیلوگرم", "Kilogram", 1L },
                    { "km", true, true, "کیلومتر", "Kilometre", 1L },
                    { "l", true, true, "لیتر", "Litre", 1L },
                    { "m", true, true, "متر", "Metre", 1L },
                    { "m2", true, true, "متر مربع", "Square metre", 1L },
                    { "m3", true, true, "متر مکعب", "Cubic metre", 1L },
                    { "man-day", true, true, "نفر روز", "Man-day", 1L },
                    { "man-month", true, true, "نفر ماه", "Man-month", 1L },
                    { "ml", true, true, "میلی‌لیتر", "Millilitre", 1L },
                    { "month", true, true, "ماه", "Month", 1L },
                    { "pack", true, false, "بسته", "Pack", 1L },
                    { "pair", true, false, "جفت", "Pair", 1L },
                    { "pallet", true, false, "پالت", "Pallet", 1L },
                    { "ream", true, false, "بند", "Ream", 1L },
                    { "roll", true, false, "رول", "Roll", 1L },
                    { "set", true, false, "دست", "Set", 1L },
                    { "sheet", true, false, "برگ", "Sheet", 1L },
                    { "t", true, true, "تن", "Tonne", 1L },
                    { "volume", true, false, "جلد", "Volume", 1L }
                });

            migrationBuilder.CreateIndex(
                name: "ix_accepted_work_basis_line_id",
                table: "accepted_work",
                column: "basis_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_accepted_work_service_acceptance_id",
                table: "accepted_work",
                column: "service_acceptance_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_user_name",
                table: "account",
                column: "user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_allotment_from_line_id",
                table: "allotment",
                column: "from_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_allotment_line_id_id",
                table: "allotment",
                columns: new[] { "line_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_allotment_state_id",
                table: "allotment",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_api_token_person_id",
                table: "api_token",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_api_token_secret_hash",
                table: "api_token",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appointment_person_id",
                table: "appointment",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_appointment_post_id",
                table: "appointment",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_attachment_document_id",
                table: "attachment",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_attribute_check_line_id",
                table: "attribute_check",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_leaf_at",
                table: "audit_leaf",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_leaf_document_id_idx",
                table: "audit_leaf",
                columns: new[] { "document_id", "idx" });

            migrationBuilder.CreateIndex(
                name: "ix_budget_entry_line_id_seq",
                table: "budget_entry",
                columns: new[] { "line_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_budget_entry_source",
                table: "budget_entry",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "ix_budget_hold_line_id_bucket",
                table: "budget_hold",
                columns: new[] { "line_id", "bucket" });

            migrationBuilder.CreateIndex(
                name: "ix_budget_line_carries_id",
                table: "budget_line",
                column: "carries_id");

            migrationBuilder.CreateIndex(
                name: "ix_budget_line_unit_id",
                table: "budget_line",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_budget_line_year_code_id",
                table: "budget_line",
                columns: new[] { "year", "code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_budget_line_year_unit_id_code",
                table: "budget_line",
                columns: new[] { "year", "unit_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_category_code",
                table: "category",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_category_parent_id",
                table: "category",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_category_placement",
                table: "category",
                column: "placement",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conformance_line_conformance_report_id",
                table: "conformance_line",
                column: "conformance_report_id");

            migrationBuilder.CreateIndex(
                name: "ix_conformance_line_temporary_line_id",
                table: "conformance_line",
                column: "temporary_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_conformance_line_attribute_line_id",
                table: "conformance_line_attribute",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_conformance_report_store_id",
                table: "conformance_report",
                column: "store_id");

            migrationBuilder.CreateIndex(
                name: "ix_conformance_report_temporary_receipt_id",
                table: "conformance_report",
                column: "temporary_receipt_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_decision_id",
                table: "contract",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_in_effect_for",
                table: "contract",
                column: "in_effect_for",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contract_supplier_id_id",
                table: "contract",
                columns: new[] { "supplier_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contract_line_contract_id",
                table: "contract_line",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_line_attribute_line_id",
                table: "contract_line_attribute",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_line_decision_id",
                table: "decision_line",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_line_request_line",
                table: "decision_line",
                column: "request_line");

            migrationBuilder.CreateIndex(
                name: "ix_decision_line_attribute_line_id",
                table: "decision_line_attribute",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegation_from_person_id",
                table: "delegation",
                column: "from_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegation_post_id",
                table: "delegation",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegation_to_person_id",
                table: "delegation",
                column: "to_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_count_temporary_receipt_id",
                table: "delivery_count",
                column: "temporary_receipt_id");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_instalment_contract_id",
                table: "delivery_instalment",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispute_decision_pass_id",
                table: "dispute_decision",
                column: "pass_id");

            migrationBuilder.CreateIndex(
                name: "ix_disputed_line_dispute_decision_id",
                table: "disputed_line",
                column: "dispute_decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_disputed_line_pass_line_id",
                table: "disputed_line",
                column: "pass_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_disputed_piece_line_id",
                table: "disputed_piece",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_act_document_id",
                table: "document_act",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_file_file_id",
                table: "document_file",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_exit_line_temporary_exit_id",
                table: "exit_line",
                column: "temporary_exit_id");

            migrationBuilder.CreateIndex(
                name: "ix_exit_piece_line_id",
                table: "exit_piece",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_exit_piece_number",
                table: "exit_piece",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_expert_checklist_expert_id_completed_at",
                table: "expert_checklist",
                columns: new[] { "expert_id", "completed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_expert_checklist_line_id",
                table: "expert_checklist",
                column: "line_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_expert_checklist_temporary_receipt_id",
                table: "expert_checklist",
                column: "temporary_receipt_id");

            migrationBuilder.CreateIndex(
                name: "ix_expert_checklist_result_expert_checklist_id",
                table: "expert_checklist_result",
                column: "expert_checklist_id");

            migrationBuilder.CreateIndex(
                name: "ix_gate_pass_basis_id",
                table: "gate_pass",
                column: "basis_id");

            migrationBuilder.CreateIndex(
                name: "ix_gate_pass_store_id",
                table: "gate_pass",
                column: "store_id");

            migrationBuilder.CreateIndex(
                name: "ix_gate_pass_line_basis_line_id",
                table: "gate_pass_line",
                column: "basis_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_gate_pass_line_gate_pass_id",
                table: "gate_pass_line",
                column: "gate_pass_id");

            migrationBuilder.CreateIndex(
                name: "ix_gate_pass_piece_line_id",
                table: "gate_pass_piece",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_gate_pass_piece_number",
                table: "gate_pass_piece",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_goods_receipt_conformance_id",
                table: "goods_receipt",
                column: "conformance_id");

            migrationBuilder.CreateIndex(
                name: "ix_goods_receipt_store_id",
                table: "goods_receipt",
                column: "store_id");

            migrationBuilder.CreateIndex(
                name: "ix_goods_receipt_label_line_id",
                table: "goods_receipt_label",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_goods_receipt_label_number",
                table: "goods_receipt_label",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_goods_receipt_line_conformance_line_id",
                table: "goods_receipt_line",
                column: "conformance_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_goods_receipt_line_goods_receipt_id",
                table: "goods_receipt_line",
                column: "goods_receipt_id");

            migrationBuilder.CreateIndex(
                name: "ix_goods_request_line_goods_request_id",
                table: "goods_request_line",
                column: "goods_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_imprest_purchase_buyer_id",
                table: "imprest_purchase",
                column: "buyer_id");

            migrationBuilder.CreateIndex(
                name: "ix_imprest_settlement_buyer_id",
                table: "imprest_settlement",
                column: "buyer_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_match_gap_invoice_id",
                table: "invoice_match_gap",
                column: "invoice_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_match_part_delivered_document_delivered_line",
                table: "invoice_match_part",
                columns: new[] { "delivered_document", "delivered_line" });

            migrationBuilder.CreateIndex(
                name: "ix_invoice_match_part_invoice_id",
                table: "invoice_match_part",
                column: "invoice_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_number_taken_invoice_id",
                table: "invoice_number_taken",
                column: "invoice_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_payable_invoice_id",
                table: "invoice_payable",
                column: "invoice_id");

            migrationBuilder.CreateIndex(
                name: "ix_issue_delivery_is_closed_store_id",
                table: "issue_delivery",
                columns: new[] { "is_closed", "store_id" });

            migrationBuilder.CreateIndex(
                name: "ix_issue_delivery_unit_id",
                table: "issue_delivery",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_issue_delivery_line_delivery_id",
                table: "issue_delivery_line",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "ix_issue_delivery_piece_line_id",
                table: "issue_delivery_piece",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_issue_voucher_request_id",
                table: "issue_voucher",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_issue_voucher_store_id",
                table: "issue_voucher",
                column: "store_id");

            migrationBuilder.CreateIndex(
                name: "ix_issue_voucher_line_issue_voucher_id",
                table: "issue_voucher_line",
                column: "issue_voucher_id");

            migrationBuilder.CreateIndex(
                name: "ix_issue_voucher_line_request_line_id",
                table: "issue_voucher_line",
                column: "request_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_issue_voucher_piece_line_id",
                table: "issue_voucher_piece",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_issue_voucher_piece_number",
                table: "issue_voucher_piece",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_item_base_unit",
                table: "item",
                column: "base_unit");

            migrationBuilder.CreateIndex(
                name: "ix_item_category_id_sort_key_id",
                table: "item",
                columns: new[] { "category_id", "sort_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_item_code",
                table: "item",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_item_sort_key_id",
                table: "item",
                columns: new[] { "sort_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_item_conversion_item_id",
                table: "item_conversion",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_item_conversion_unit",
                table: "item_conversion",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "ix_line_link_from_document_from_line",
                table: "line_link",
                columns: new[] { "from_document", "from_line" });

            migrationBuilder.CreateIndex(
                name: "ix_line_link_to_document_to_line",
                table: "line_link",
                columns: new[] { "to_document", "to_line" });

            migrationBuilder.CreateIndex(
                name: "ix_login_event_at",
                table: "login_event",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_login_event_person_id_at",
                table: "login_event",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_login_session_person_id_ended_at",
                table: "login_session",
                columns: new[] { "person_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_login_session_secret_hash",
                table: "login_session",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lot_item_id_code",
                table: "lot",
                columns: new[] { "item_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_objection_document_id",
                table: "objection",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_one_time_secret_purpose_person_id",
                table: "one_time_secret",
                columns: new[] { "purpose", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_one_time_secret_secret_hash",
                table: "one_time_secret",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opening_balance_store_id",
                table: "opening_balance",
                column: "store_id");

            migrationBuilder.CreateIndex(
                name: "ix_opening_balance_line_opening_balance_id",
                table: "opening_balance_line",
                column: "opening_balance_id");

            migrationBuilder.CreateIndex(
                name: "ix_org_unit_code",
                table: "org_unit",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_org_unit_parent_id",
                table: "org_unit",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_passed_part_parcel_id",
                table: "passed_part",
                column: "parcel_id");

            migrationBuilder.CreateIndex(
                name: "ix_passed_part_pass_id",
                table: "passed_part",
                column: "pass_id");

            migrationBuilder.CreateIndex(
                name: "ix_passkey_credential_id",
                table: "passkey",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passkey_person_id",
                table: "passkey",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_attempt_payment_voucher_id",
                table: "payment_attempt",
                column: "payment_voucher_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_batch_series_code_number_year_number_serial",
                table: "payment_batch",
                columns: new[] { "series_code", "number_year", "number_serial" },
                unique: true,
                filter: "number_serial > 0");

            migrationBuilder.CreateIndex(
                name: "ix_payment_batch_unit_id_id",
                table: "payment_batch",
                columns: new[] { "unit_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_batch_row_payment_batch_id",
                table: "payment_batch_row",
                column: "payment_batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_batch_row_voucher_id",
                table: "payment_batch_row",
                column: "voucher_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_deduction_payment_voucher_id",
                table: "payment_deduction",
                column: "payment_voucher_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_file_evidence_payment_voucher_id",
                table: "payment_file_evidence",
                column: "payment_voucher_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_voucher_bank_reference",
                table: "payment_voucher",
                column: "bank_reference",
                unique: true,
                filter: "bank_reference <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_payment_voucher_basis_id",
                table: "payment_voucher",
                column: "basis_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_voucher_batch_id_payment",
                table: "payment_voucher",
                columns: new[] { "batch_id", "payment" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_voucher_payment_id",
                table: "payment_voucher",
                columns: new[] { "payment", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_voucher_supplier_id",
                table: "payment_voucher",
                column: "supplier_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_voucher_invoice_invoice_id",
                table: "payment_voucher_invoice",
                column: "invoice_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_voucher_line_invoice_line_id",
                table: "payment_voucher_line",
                column: "invoice_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_voucher_line_payment_voucher_id",
                table: "payment_voucher_line",
                column: "payment_voucher_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_national_id",
                table: "person",
                column: "national_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_sort_key_id",
                table: "person",
                columns: new[] { "sort_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_unit_id",
                table: "person",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_picked_parcel_delivery_id",
                table: "picked_parcel",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "ix_picked_parcel_line_id",
                table: "picked_parcel",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_place_store_id_kind_code",
                table: "place",
                columns: new[] { "store_id", "kind", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_post_capacity_unit_id",
                table: "post",
                columns: new[] { "capacity", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_unit_id",
                table: "post",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_price_note_file_id",
                table: "price_note",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_price_note_supplier_id",
                table: "price_note",
                column: "supplier_id");

            migrationBuilder.CreateIndex(
                name: "ix_printed_copy_document_id_serial",
                table: "printed_copy",
                columns: new[] { "document_id", "serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_property_custody_property_item_id",
                table: "property_custody",
                column: "property_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_property_item_custodian_id_state",
                table: "property_item",
                columns: new[] { "custodian_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_property_item_entered_by_line",
                table: "property_item",
                column: "entered_by_line");

            migrationBuilder.CreateIndex(
                name: "ix_property_item_number",
                table: "property_item",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_property_item_store_id_item_id",
                table: "property_item",
                columns: new[] { "store_id", "item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_property_item_unit_id",
                table: "property_item",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_property_scheme_unit_id",
                table: "property_scheme",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_purchase_order_series_code_number_year_number_serial",
                table: "purchase_order",
                columns: new[] { "series_code", "number_year", "number_serial" },
                unique: true,
                filter: "number_serial > 0");

            migrationBuilder.CreateIndex(
                name: "ix_purchase_order_unit_id_id",
                table: "purchase_order",
                columns: new[] { "unit_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_purchase_request_goods_request_id",
                table: "purchase_request",
                column: "goods_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_purchase_request_line_budget_line",
                table: "purchase_request_line",
                column: "budget_line");

            migrationBuilder.CreateIndex(
                name: "ix_purchase_request_line_file_id",
                table: "purchase_request_line",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_purchase_request_line_purchase_request_id",
                table: "purchase_request_line",
                column: "purchase_request_id");

            migrationBuilder.CreateIndex(
                name: "ix_purchase_request_line_attribute_line_id",
                table: "purchase_request_line_attribute",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_receiver_substitute_delivery_id",
                table: "receiver_substitute",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "ix_recovery_code_person_id",
                table: "recovery_code",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_run_report_id",
                table: "report_run",
                columns: new[] { "report", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_request_answer_at",
                table: "request_answer",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_requester_substitute_basis_id_requester_id",
                table: "requester_substitute",
                columns: new[] { "basis_id", "requester_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reservation_store_id_item_id",
                table: "reservation",
                columns: new[] { "store_id", "item_id" },
                filter: "reserved > consumed + released");

            migrationBuilder.CreateIndex(
                name: "ix_return_line_conformance_line_id",
                table: "return_line",
                column: "conformance_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_return_line_return_to_supplier_id",
                table: "return_line",
                column: "return_to_supplier_id");

            migrationBuilder.CreateIndex(
                name: "ix_return_to_supplier_conformance_id",
                table: "return_to_supplier",
                column: "conformance_id");

            migrationBuilder.CreateIndex(
                name: "ix_return_to_supplier_store_id",
                table: "return_to_supplier",
                column: "store_id");

            migrationBuilder.CreateIndex(
                name: "ix_route_step_document_id",
                table: "route_step",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_route_step_person_id_state_due_at",
                table: "route_step",
                columns: new[] { "person_id", "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_route_step_post_id_state_due_at",
                table: "route_step",
                columns: new[] { "post_id", "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_acceptance_basis_id",
                table: "service_acceptance",
                column: "basis_id");

            migrationBuilder.CreateIndex(
                name: "ix_setting_version_key_effective_from",
                table: "setting_version",
                columns: new[] { "key", "effective_from" });

            migrationBuilder.CreateIndex(
                name: "ix_settled_purchase_decision_id",
                table: "settled_purchase",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_settled_purchase_imprest_settlement_id",
                table: "settled_purchase",
                column: "imprest_settlement_id");

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_sheet_kind_id",
                table: "sign_off_sheet",
                columns: new[] { "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_sheet_kind_series_code_number_year_number_serial",
                table: "sign_off_sheet",
                columns: new[] { "kind", "series_code", "number_year", "number_serial" },
                unique: true,
                filter: "number_serial > 0");

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_sheet_kind_unit_id_id",
                table: "sign_off_sheet",
                columns: new[] { "kind", "unit_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_sheet_number_serial",
                table: "sign_off_sheet",
                column: "number_serial");

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_sheet_owner_id_id",
                table: "sign_off_sheet",
                columns: new[] { "owner_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_sheet_unit_id",
                table: "sign_off_sheet",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_signature_document_id",
                table: "signature",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_signing_grant_session_id_person_id_expires_at",
                table: "signing_grant",
                columns: new[] { "session_id", "person_id", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sourcing_decision_file_id",
                table: "sourcing_decision",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_sourcing_decision_supplier_id_id",
                table: "sourcing_decision",
                columns: new[] { "supplier_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sourcing_file_buyer_id_state_id",
                table: "sourcing_file",
                columns: new[] { "buyer_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sourcing_file_setad_number",
                table: "sourcing_file",
                column: "setad_number",
                unique: true,
                filter: "setad_number <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_sourcing_file_unit_id_state_id",
                table: "sourcing_file",
                columns: new[] { "unit_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sourcing_line_file_id",
                table: "sourcing_line",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_sourcing_line_request_line",
                table: "sourcing_line",
                column: "request_line");

            migrationBuilder.CreateIndex(
                name: "ix_specification_template_item_id_template_version",
                table: "specification_template",
                columns: new[] { "item_id", "template_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_specification_template_published_by",
                table: "specification_template",
                column: "published_by");

            migrationBuilder.CreateIndex(
                name: "ix_splitting_finding_subject_id",
                table: "splitting_finding",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_splitting_finding_unit_id_conventional_set",
                table: "splitting_finding",
                columns: new[] { "unit_id", "conventional_set" });

            migrationBuilder.CreateIndex(
                name: "ix_splitting_finding_unit_id_verdict_id",
                table: "splitting_finding",
                columns: new[] { "unit_id", "verdict", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_stashed_form_kept_until",
                table: "stashed_form",
                column: "kept_until");

            migrationBuilder.CreateIndex(
                name: "ix_stock_balance_item_id",
                table: "stock_balance",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_balance_store_id_item_id",
                table: "stock_balance",
                columns: new[] { "store_id", "item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_stock_level_item_id",
                table: "stock_level",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_document_id",
                table: "stock_move",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_from_place_item_id_lot_id_effective",
                table: "stock_move",
                columns: new[] { "from_place", "item_id", "lot_id", "effective" });

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_into_store_item_id_effective_seq",
                table: "stock_move",
                columns: new[] { "into_store", "item_id", "effective", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_out_of_store_item_id_effective_seq",
                table: "stock_move",
                columns: new[] { "out_of_store", "item_id", "effective", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_to_place_item_id_lot_id_effective",
                table: "stock_move",
                columns: new[] { "to_place", "item_id", "lot_id", "effective" });

            migrationBuilder.CreateIndex(
                name: "ix_stopped_item_gate_pass_id",
                table: "stopped_item",
                column: "gate_pass_id");

            migrationBuilder.CreateIndex(
                name: "ix_stopped_item_stopped_at",
                table: "stopped_item",
                column: "stopped_at");

            migrationBuilder.CreateIndex(
                name: "ix_store_code",
                table: "store",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_store_sort_key_id",
                table: "store",
                columns: new[] { "sort_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_store_unit_id",
                table: "store",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_supplier_legal_id",
                table: "supplier",
                column: "legal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_supplier_national_id",
                table: "supplier",
                column: "national_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_supplier_sort_key_id",
                table: "supplier",
                columns: new[] { "sort_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_supplier_account_iban",
                table: "supplier_account",
                column: "iban");

            migrationBuilder.CreateIndex(
                name: "ix_supplier_account_supplier_id",
                table: "supplier_account",
                column: "supplier_id");

            migrationBuilder.CreateIndex(
                name: "ix_supplier_block_supplier_id",
                table: "supplier_block",
                column: "supplier_id");

            migrationBuilder.CreateIndex(
                name: "ix_supplier_certificate_supplier_id",
                table: "supplier_certificate",
                column: "supplier_id");

            migrationBuilder.CreateIndex(
                name: "ix_supplier_declaration_supplier_id",
                table: "supplier_declaration",
                column: "supplier_id");

            migrationBuilder.CreateIndex(
                name: "ix_supplier_invoice_basis_id",
                table: "supplier_invoice",
                column: "basis_id");

            migrationBuilder.CreateIndex(
                name: "ix_supplier_invoice_supplier_id",
                table: "supplier_invoice",
                column: "supplier_id");

            migrationBuilder.CreateIndex(
                name: "ix_supplier_invoice_line_basis_line_id",
                table: "supplier_invoice_line",
                column: "basis_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_supplier_invoice_line_supplier_invoice_id",
                table: "supplier_invoice_line",
                column: "supplier_invoice_id");

            migrationBuilder.CreateIndex(
                name: "ix_supplier_principal_national_id",
                table: "supplier_principal",
                column: "national_id");

            migrationBuilder.CreateIndex(
                name: "ix_supplier_principal_supplier_id",
                table: "supplier_principal",
                column: "supplier_id");

            migrationBuilder.CreateIndex(
                name: "ix_template_attribute_template_id",
                table: "template_attribute",
                column: "template_id");

            migrationBuilder.CreateIndex(
                name: "ix_temporary_exit_store_id",
                table: "temporary_exit",
                column: "store_id");

            migrationBuilder.CreateIndex(
                name: "ix_temporary_receipt_basis_id",
                table: "temporary_receipt",
                column: "basis_id");

            migrationBuilder.CreateIndex(
                name: "ix_temporary_receipt_store_id",
                table: "temporary_receipt",
                column: "store_id");

            migrationBuilder.CreateIndex(
                name: "ix_temporary_receipt_line_basis_line_id",
                table: "temporary_receipt_line",
                column: "basis_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_temporary_receipt_line_temporary_receipt_id",
                table: "temporary_receipt_line",
                column: "temporary_receipt_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_record_person_id",
                table: "training_record",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_value_entry_document_id_line_id",
                table: "value_entry",
                columns: new[] { "document_id", "line_id" });

            migrationBuilder.CreateIndex(
                name: "ix_value_entry_entity_id_item_id_effective_seq",
                table: "value_entry",
                columns: new[] { "entity_id", "item_id", "effective", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_value_entry_received_by_received_line",
                table: "value_entry",
                columns: new[] { "received_by", "received_line" },
                unique: true,
                filter: "received_by IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accepted_work");

            migrationBuilder.DropTable(
                name: "allotment");

            migrationBuilder.DropTable(
                name: "api_token");

            migrationBuilder.DropTable(
                name: "appointment");

            migrationBuilder.DropTable(
                name: "attachment");

            migrationBuilder.DropTable(
                name: "attribute_check");

            migrationBuilder.DropTable(
                name: "audit_checkpoint");

            migrationBuilder.DropTable(
                name: "audit_head");

            migrationBuilder.DropTable(
                name: "audit_leaf");

            migrationBuilder.DropTable(
                name: "audit_node");

            migrationBuilder.DropTable(
                name: "balance_day");

            migrationBuilder.DropTable(
                name: "budget_balance");

            migrationBuilder.DropTable(
                name: "budget_entry");

            migrationBuilder.DropTable(
                name: "budget_hold");

            migrationBuilder.DropTable(
                name: "conformance_line_attribute");

            migrationBuilder.DropTable(
                name: "contract_line_attribute");

            migrationBuilder.DropTable(
                name: "decision_line_attribute");

            migrationBuilder.DropTable(
                name: "delegation");

            migrationBuilder.DropTable(
                name: "delivery_count");

            migrationBuilder.DropTable(
                name: "delivery_instalment");

            migrationBuilder.DropTable(
                name: "disputed_piece");

            migrationBuilder.DropTable(
                name: "document_act");

            migrationBuilder.DropTable(
                name: "document_file");

            migrationBuilder.DropTable(
                name: "document_version");

            migrationBuilder.DropTable(
                name: "exit_piece");

            migrationBuilder.DropTable(
                name: "expert_checklist_result");

            migrationBuilder.DropTable(
                name: "file_hand");

            migrationBuilder.DropTable(
                name: "gate_pass_piece");

            migrationBuilder.DropTable(
                name: "goods_receipt_label");

            migrationBuilder.DropTable(
                name: "goods_request_line");

            migrationBuilder.DropTable(
                name: "imprest_purchase");

            migrationBuilder.DropTable(
                name: "invoice_match_gap");

            migrationBuilder.DropTable(
                name: "invoice_match_part");

            migrationBuilder.DropTable(
                name: "invoice_number_taken");

            migrationBuilder.DropTable(
                name: "invoice_payable");

            migrationBuilder.DropTable(
                name: "issue_delivery_piece");

            migrationBuilder.DropTable(
                name: "issue_voucher_piece");

            migrationBuilder.DropTable(
                name: "item_conversion");

            migrationBuilder.DropTable(
                name: "job_run");

            migrationBuilder.DropTable(
                name: "line_link");

            migrationBuilder.DropTable(
                name: "line_progress");

            migrationBuilder.DropTable(
                name: "login_event");

            migrationBuilder.DropTable(
                name: "login_session");

            migrationBuilder.DropTable(
                name: "lot");

            migrationBuilder.DropTable(
                name: "number_counter");

            migrationBuilder.DropTable(
                name: "objection");

            migrationBuilder.DropTable(
                name: "one_time_secret");

            migrationBuilder.DropTable(
                name: "opened_version");

            migrationBuilder.DropTable(
                name: "opening_balance_line");

            migrationBuilder.DropTable(
                name: "organisation_version");

            migrationBuilder.DropTable(
                name: "passed_part");

            migrationBuilder.DropTable(
                name: "passkey");

            migrationBuilder.DropTable(
                name: "payment_attempt");

            migrationBuilder.DropTable(
                name: "payment_batch_row");

            migrationBuilder.DropTable(
                name: "payment_deduction");

            migrationBuilder.DropTable(
                name: "payment_file_evidence");

            migrationBuilder.DropTable(
                name: "payment_file_not_due");

            migrationBuilder.DropTable(
                name: "payment_voucher_invoice");

            migrationBuilder.DropTable(
                name: "payment_voucher_line");

            migrationBuilder.DropTable(
                name: "place");

            migrationBuilder.DropTable(
                name: "price_note_line");

            migrationBuilder.DropTable(
                name: "printed_copy");

            migrationBuilder.DropTable(
                name: "property_custody");

            migrationBuilder.DropTable(
                name: "property_scheme");

            migrationBuilder.DropTable(
                name: "protection_key");

            migrationBuilder.DropTable(
                name: "purchase_order");

            migrationBuilder.DropTable(
                name: "purchase_request_line_attribute");

            migrationBuilder.DropTable(
                name: "receiver_substitute");

            migrationBuilder.DropTable(
                name: "recovery_code");

            migrationBuilder.DropTable(
                name: "report_run");

            migrationBuilder.DropTable(
                name: "request_answer");

            migrationBuilder.DropTable(
                name: "requester_substitute");

            migrationBuilder.DropTable(
                name: "reservation");

            migrationBuilder.DropTable(
                name: "return_line");

            migrationBuilder.DropTable(
                name: "route_step");

            migrationBuilder.DropTable(
                name: "setting_version");

            migrationBuilder.DropTable(
                name: "settled_purchase");

            migrationBuilder.DropTable(
                name: "signature");

            migrationBuilder.DropTable(
                name: "signing_grant");

            migrationBuilder.DropTable(
                name: "sourcing_line");

            migrationBuilder.DropTable(
                name: "splitting_member");

            migrationBuilder.DropTable(
                name: "stashed_form");

            migrationBuilder.DropTable(
                name: "stock_balance");

            migrationBuilder.DropTable(
                name: "stock_level");

            migrationBuilder.DropTable(
                name: "stock_move");

            migrationBuilder.DropTable(
                name: "stopped_item");

            migrationBuilder.DropTable(
                name: "supplier_account");

            migrationBuilder.DropTable(
                name: "supplier_block");

            migrationBuilder.DropTable(
                name: "supplier_certificate");

            migrationBuilder.DropTable(
                name: "supplier_declaration");

            migrationBuilder.DropTable(
                name: "supplier_invoice_line");

            migrationBuilder.DropTable(
                name: "supplier_principal");

            migrationBuilder.DropTable(
                name: "template_attribute");

            migrationBuilder.DropTable(
                name: "temporary_receipt_line");

            migrationBuilder.DropTable(
                name: "training_record");

            migrationBuilder.DropTable(
                name: "value_balance");

            migrationBuilder.DropTable(
                name: "value_entry");

            migrationBuilder.DropTable(
                name: "service_acceptance");

            migrationBuilder.DropTable(
                name: "conformance_line");

            migrationBuilder.DropTable(
                name: "contract_line");

            migrationBuilder.DropTable(
                name: "decision_line");

            migrationBuilder.DropTable(
                name: "post");

            migrationBuilder.DropTable(
                name: "disputed_line");

            migrationBuilder.DropTable(
                name: "exit_line");

            migrationBuilder.DropTable(
                name: "expert_checklist");

            migrationBuilder.DropTable(
                name: "gate_pass_line");

            migrationBuilder.DropTable(
                name: "goods_receipt_line");

            migrationBuilder.DropTable(
                name: "imprest_book");

            migrationBuilder.DropTable(
                name: "invoice_match");

            migrationBuilder.DropTable(
                name: "issue_delivery_line");

            migrationBuilder.DropTable(
                name: "issue_voucher_line");

            migrationBuilder.DropTable(
                name: "opening_balance");

            migrationBuilder.DropTable(
                name: "picked_parcel");

            migrationBuilder.DropTable(
                name: "payment_batch");

            migrationBuilder.DropTable(
                name: "payment_voucher");

            migrationBuilder.DropTable(
                name: "price_note");

            migrationBuilder.DropTable(
                name: "property_item");

            migrationBuilder.DropTable(
                name: "purchase_request_line");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "return_to_supplier");

            migrationBuilder.DropTable(
                name: "imprest_settlement");

            migrationBuilder.DropTable(
                name: "splitting_finding");

            migrationBuilder.DropTable(
                name: "specification_template");

            migrationBuilder.DropTable(
                name: "contract");

            migrationBuilder.DropTable(
                name: "sourcing_decision");

            migrationBuilder.DropTable(
                name: "dispute_decision");

            migrationBuilder.DropTable(
                name: "temporary_exit");

            migrationBuilder.DropTable(
                name: "goods_receipt");

            migrationBuilder.DropTable(
                name: "supplier_invoice");

            migrationBuilder.DropTable(
                name: "issue_delivery");

            migrationBuilder.DropTable(
                name: "budget_line");

            migrationBuilder.DropTable(
                name: "purchase_request");

            migrationBuilder.DropTable(
                name: "item");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "sourcing_file");

            migrationBuilder.DropTable(
                name: "gate_pass");

            migrationBuilder.DropTable(
                name: "conformance_report");

            migrationBuilder.DropTable(
                name: "supplier");

            migrationBuilder.DropTable(
                name: "issue_voucher");

            migrationBuilder.DropTable(
                name: "category");

            migrationBuilder.DropTable(
                name: "unit_of_measure");

            migrationBuilder.DropTable(
                name: "temporary_receipt");

            migrationBuilder.DropTable(
                name: "goods_request");

            migrationBuilder.DropTable(
                name: "store");

            migrationBuilder.DropTable(
                name: "sign_off_sheet");

            migrationBuilder.DropTable(
                name: "org_unit");
        }
    }
}

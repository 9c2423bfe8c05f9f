using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Procurement.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditHead",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_head", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "AuditLeaf",
                columns: table => new
                {
                    idx = table.Column<long>(type: "INTEGER", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_leaf", x => x.idx);
                });

            migrationBuilder.CreateTable(
                name: "DocumentVersion",
                columns: table => new
                {
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content_version = table.Column<int>(type: "INTEGER", nullable: false),
                    form_version = table.Column<int>(type: "INTEGER", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_version", x => new { x.document_id, x.content_version });
                });

            migrationBuilder.CreateTable(
                name: "FileHand",
                columns: table => new
                {
                    file_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_hand", x => new { x.file_id, x.person_id, x.capacity });
                });

            migrationBuilder.CreateTable(
                name: "LineLink",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    from_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from_document = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_line = table.Column<byte[]>(type: "BLOB", nullable: false),
                    to_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    to_document = table.Column<byte[]>(type: "BLOB", nullable: false),
                    to_line = table.Column<byte[]>(type: "BLOB", nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    rials = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_line_link", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "NumberCounter",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    series = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_counter", x => new { x.kind, x.series, x.year });
                });

            migrationBuilder.CreateTable(
                name: "OpenedVersion",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content_version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opened_version", x => new { x.person_id, x.document_id });
                });

            migrationBuilder.CreateTable(
                name: "OrganisationVersion",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "OrgUnit",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    parent_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_org_unit", x => x.id);
                    table.ForeignKey(
                        name: "fk_org_unit_org_unit_parent_id",
                        column: x => x.parent_id,
                        principalTable: "OrgUnit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RequestAnswer",
                columns: table => new
                {
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_answer", x => new { x.person_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "SigningGrant",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    session_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    granted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signing_grant", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "Person",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    national_id = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    first_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    last_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    folded = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    unit_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_org_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "OrgUnit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Post",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    serves_subtree = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post", x => x.id);
                    table.ForeignKey(
                        name: "fk_post_org_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "OrgUnit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignOffSheet",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    content_version = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    subject_folded = table.Column<string>(type: "TEXT", nullable: false),
                    amount_rials = table.Column<long>(type: "INTEGER", nullable: true),
                    series_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    number_year = table.Column<int>(type: "INTEGER", nullable: false),
                    number_serial = table.Column<int>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    effective_at = table.Column<long>(type: "INTEGER", nullable: true),
                    under_objection = table.Column<bool>(type: "INTEGER", nullable: false),
                    cancel_asked_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    sealed_version = table.Column<int>(type: "INTEGER", nullable: false),
                    sealed_sha256 = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_off_sheet", x => x.id);
                    table.ForeignKey(
                        name: "fk_sign_off_sheet_org_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "OrgUnit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingRecord",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    course = table.Column<string>(type: "TEXT", nullable: false),
                    hours = table.Column<int>(type: "INTEGER", nullable: false),
                    passed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    certificate = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_record", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_record_person_person_id",
                        column: x => x.person_id,
                        principalTable: "Person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Appointment",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    letter_number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    letter_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_acting = table.Column<bool>(type: "INTEGER", nullable: false),
                    post_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointment", x => x.id);
                    table.ForeignKey(
                        name: "fk_appointment_person_person_id",
                        column: x => x.person_id,
                        principalTable: "Person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appointment_post_post_id",
                        column: x => x.post_id,
                        principalTable: "Post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Delegation",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    post_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from_person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    to_person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    letter_number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    letter_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    only_kind = table.Column<string>(type: "TEXT", nullable: true),
                    amount_limit = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegation", x => x.id);
                    table.ForeignKey(
                        name: "fk_delegation_person_from_person_id",
                        column: x => x.from_person_id,
                        principalTable: "Person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_delegation_person_to_person_id",
                        column: x => x.to_person_id,
                        principalTable: "Person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_delegation_post_post_id",
                        column: x => x.post_id,
                        principalTable: "Post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attachment",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    added_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment", x => x.id);
                    table.ForeignKey(
                        name: "fk_attachment_sign_off_sheet_document_id",
                        column: x => x.document_id,
                        principalTable: "SignOffSheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentAct",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    post_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    acting_for_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    content_version = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_act", x => x.id);
                    table.ForeignKey(
                        name: "fk_document_act_sign_off_sheet_document_id",
                        column: x => x.document_id,
                        principalTable: "SignOffSheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentFile",
                columns: table => new
                {
                    file_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_file", x => new { x.document_id, x.file_id });
                    table.ForeignKey(
                        name: "fk_document_file_sign_off_sheet_document_id",
                        column: x => x.document_id,
                        principalTable: "SignOffSheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Objection",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    raised_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    article = table.Column<string>(type: "TEXT", nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: false),
                    answer_due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    answered_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    responsible_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    legal_basis = table.Column<string>(type: "TEXT", nullable: false),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objection", x => x.id);
                    table.ForeignKey(
                        name: "fk_objection_sign_off_sheet_document_id",
                        column: x => x.document_id,
                        principalTable: "SignOffSheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RouteStep",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    timing = table.Column<int>(type: "INTEGER", nullable: false),
                    due_working_days = table.Column<int>(type: "INTEGER", nullable: false),
                    post_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    joined_to_order = table.Column<int>(type: "INTEGER", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    signature_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    inherited_from = table.Column<byte[]>(type: "BLOB", nullable: true),
                    signed_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    signed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    claimed_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_route_step", x => x.id);
                    table.ForeignKey(
                        name: "fk_route_step_sign_off_sheet_document_id",
                        column: x => x.document_id,
                        principalTable: "SignOffSheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Signature",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    post_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    acting_for_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    content_version = table.Column<int>(type: "INTEGER", nullable: false),
                    content_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    capacities = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    manifest_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signature", x => x.id);
                    table.ForeignKey(
                        name: "fk_signature_sign_off_sheet_document_id",
                        column: x => x.document_id,
                        principalTable: "SignOffSheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "AuditHead",
                columns: new[] { "id", "size" },
                values: new object[] { 1, 0L });

            migrationBuilder.InsertData(
                table: "OrganisationVersion",
                columns: new[] { "id", "version" },
                values: new object[] { 1, 1L });

            migrationBuilder.CreateIndex(
                name: "ix_appointment_person_id",
                table: "Appointment",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_appointment_post_id",
                table: "Appointment",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_attachment_document_id",
                table: "Attachment",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_leaf_at",
                table: "AuditLeaf",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_leaf_document_id_idx",
                table: "AuditLeaf",
                columns: new[] { "document_id", "idx" });

            migrationBuilder.CreateIndex(
                name: "ix_delegation_from_person_id",
                table: "Delegation",
                column: "from_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegation_post_id",
                table: "Delegation",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegation_to_person_id",
                table: "Delegation",
                column: "to_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_act_document_id",
                table: "DocumentAct",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_file_file_id",
                table: "DocumentFile",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_line_link_from_document_from_line",
                table: "LineLink",
                columns: new[] { "from_document", "from_line" });

            migrationBuilder.CreateIndex(
                name: "ix_line_link_to_document_to_line",
                table: "LineLink",
                columns: new[] { "to_document", "to_line" });

            migrationBuilder.CreateIndex(
                name: "ix_objection_document_id",
                table: "Objection",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_org_unit_code",
                table: "OrgUnit",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_org_unit_parent_id",
                table: "OrgUnit",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_national_id",
                table: "Person",
                column: "national_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_sort_key_id",
                table: "Person",
                columns: new[] { "sort_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_person_unit_id",
                table: "Person",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_capacity_unit_id",
                table: "Post",
                columns: new[] { "capacity", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_unit_id",
                table: "Post",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_answer_at",
                table: "RequestAnswer",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_route_step_document_id",
                table: "RouteStep",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_route_step_person_id_state_due_at",
                table: "RouteStep",
                columns: new[] { "person_id", "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_route_step_post_id_state_due_at",
                table: "RouteStep",
                columns: new[] { "post_id", "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_signature_document_id",
                table: "Signature",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_signing_grant_session_id_person_id_expires_at",
                table: "SigningGrant",
                columns: new[] { "session_id", "person_id", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_sheet_kind_id",
                table: "SignOffSheet",
                columns: new[] { "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_sheet_kind_series_code_number_year_number_serial",
                table: "SignOffSheet",
                columns: new[] { "kind", "series_code", "number_year", "number_serial" },
                unique: true,
                filter: "number_serial > 0");

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_sheet_kind_unit_id_id",
                table: "SignOffSheet",
                columns: new[] { "kind", "unit_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_sheet_number_serial",
                table: "SignOffSheet",
                column: "number_serial");

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_sheet_owner_id_id",
                table: "SignOffSheet",
                columns: new[] { "owner_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_sheet_unit_id",
                table: "SignOffSheet",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_record_person_id",
                table: "TrainingRecord",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Appointment");

            migrationBuilder.DropTable(
                name: "Attachment");

            migrationBuilder.DropTable(
                name: "AuditHead");

            migrationBuilder.DropTable(
                name: "AuditLeaf");

            migrationBuilder.DropTable(
                name: "Delegation");

            migrationBuilder.DropTable(
                name: "DocumentAct");

            migrationBuilder.DropTable(
                name: "DocumentFile");

            migrationBuilder.DropTable(
                name: "DocumentVersion");

            migrationBuilder.DropTable(
                name: "FileHand");

            migrationBuilder.DropTable(
                name: "LineLink");

            migrationBuilder.DropTable(
                name: "NumberCounter");

            migrationBuilder.DropTable(
                name: "Objection");

            migrationBuilder.DropTable(
                name: "OpenedVersion");

            migrationBuilder.DropTable(
                name: "OrganisationVersion");

            migrationBuilder.DropTable(
                name: "RequestAnswer");

            migrationBuilder.DropTable(
                name: "RouteStep");

            migrationBuilder.DropTable(
                name: "Signature");

            migrationBuilder.DropTable(
                name: "SigningGrant");

            migrationBuilder.DropTable(
                name: "TrainingRecord");

            migrationBuilder.DropTable(
                name: "Post");

            migrationBuilder.DropTable(
                name: "SignOffSheet");

            migrationBuilder.DropTable(
                name: "Person");

            migrationBuilder.DropTable(
                name: "OrgUnit");
        }
    }
}

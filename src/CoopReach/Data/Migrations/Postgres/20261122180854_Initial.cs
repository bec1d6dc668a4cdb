using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CoopReach.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_events", x => x.id);
                    table.CheckConstraint("ck_access_events_action", "action in ('sign-in', 'wrong-password', 'wrong-code', 'locked', 'sign-out', 'session-ended', 'invited', 'invitation-revoked', 'joined', 'password-changed', 'second-factor-on', 'recovery-used', 'post-given', 'post-suspended', 'post-resumed', 'post-ended', 'user-disabled', 'confirmed')");
                });

            migrationBuilder.CreateTable(
                name: "chain_heads",
                columns: table => new
                {
                    chain = table.Column<string>(type: "text", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chain_heads", x => new { x.cooperative_id, x.chain });
                });

            migrationBuilder.CreateTable(
                name: "conversation_steps",
                columns: table => new
                {
                    conversation_id = table.Column<long>(type: "bigint", nullable: false),
                    hop = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    screen = table.Column<string>(type: "text", nullable: false),
                    input = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    ends = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    milliseconds = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_steps", x => new { x.conversation_id, x.hop });
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    session_id = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    network = table.Column<string>(type: "text", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    book = table.Column<string>(type: "text", nullable: false),
                    network_status = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cooperatives",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    search_name = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<long>(type: "bigint", nullable: true),
                    certificate = table.Column<string>(type: "text", nullable: false),
                    certificate_kind = table.Column<string>(type: "text", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    seat_code = table.Column<string>(type: "text", nullable: false),
                    seat_sector = table.Column<string>(type: "text", nullable: false),
                    seat_district = table.Column<string>(type: "text", nullable: false),
                    last_report_on = table.Column<DateOnly>(type: "date", nullable: true),
                    leaders_term_ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    help_phone = table.Column<string>(type: "text", nullable: true),
                    deduction_cap_permille = table.Column<long>(type: "bigint", nullable: false, defaultValue: 500L),
                    shrinkage_permille = table.Column<long>(type: "bigint", nullable: false, defaultValue: 15L),
                    payment_term_days = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cooperatives", x => x.id);
                    table.CheckConstraint("ck_cooperatives_certificate_kind", "certificate_kind in ('provisional', 'definitive')");
                    table.CheckConstraint("ck_cooperatives_level", "level in ('primary', 'union', 'federation')");
                    table.CheckConstraint("ck_cooperatives_payment_term", "payment_term_days >= 0");
                    table.CheckConstraint("ck_cooperatives_permilles", "deduction_cap_permille between 0 and 1000 and shrinkage_permille between 0 and 1000");
                    table.CheckConstraint("ck_cooperatives_status", "status in ('registered', 'suspended', 'struck-off')");
                    table.ForeignKey(
                        name: "FK_cooperatives_cooperatives_parent_id",
                        column: x => x.parent_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delivery_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    gateway = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    provider_id = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    says = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    stops = table.Column<bool>(type: "boolean", nullable: false),
                    elsewhere = table.Column<bool>(type: "boolean", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delivery_reports", x => x.id);
                    table.CheckConstraint("ck_delivery_reports_says", "says in ('accept', 'deliver', 'fail')");
                });

            migrationBuilder.CreateTable(
                name: "inbound_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    gateway = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    provider_id = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "character varying(1600)", maxLength: 1600, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbound_messages", x => x.id);
                    table.CheckConstraint("ck_inbound_messages_channel", "channel in ('sms', 'whatsapp')");
                });

            migrationBuilder.CreateTable(
                name: "menu_books",
                columns: table => new
                {
                    version = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_menu_books", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "outbox_gateways",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    free_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    paused_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_gateways", x => x.name);
                    table.CheckConstraint("ck_outbox_gateways_paused_for_a_reason", "paused_until is null or paused_because is not null");
                });

            migrationBuilder.CreateTable(
                name: "outbox_plans",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    state = table.Column<string>(type: "text", nullable: false),
                    held_because = table.Column<string>(type: "text", nullable: true),
                    cap = table.Column<long>(type: "bigint", nullable: false),
                    spent = table.Column<long>(type: "bigint", nullable: false),
                    together = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_plans", x => x.id);
                    table.CheckConstraint("ck_outbox_plans_state", "state in ('open', 'held')");
                    table.CheckConstraint("ck_outbox_plans_within_cap", "spent between 0 and cap");
                });

            migrationBuilder.CreateTable(
                name: "outbox_stops",
                columns: table => new
                {
                    phone = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_stops", x => new { x.phone, x.channel });
                    table.CheckConstraint("ck_outbox_stops_source", "source in ('gateway', 'member')");
                });

            migrationBuilder.CreateTable(
                name: "paper_tries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    phone_number = table.Column<string>(type: "text", nullable: false),
                    session_id = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paper_tries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    family_name = table.Column<string>(type: "text", nullable: false),
                    given_names = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    birth_year = table.Column<long>(type: "bigint", nullable: true),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    sex = table.Column<string>(type: "text", nullable: true),
                    search_name = table.Column<string>(type: "text", nullable: false),
                    village_code = table.Column<string>(type: "text", nullable: true),
                    no_id_reason = table.Column<string>(type: "text", nullable: true),
                    merged_into_id = table.Column<long>(type: "bigint", nullable: true),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.id);
                    table.CheckConstraint("ck_people_language", "language in ('rw', 'en', 'fr')");
                    table.CheckConstraint("ck_people_no_id_reason", "no_id_reason in ('under-16', 'not-issued', 'lost', 'not-shown')");
                    table.CheckConstraint("ck_people_not_into_itself", "merged_into_id <> id");
                    table.CheckConstraint("ck_people_sex", "sex in ('female', 'male')");
                    table.ForeignKey(
                        name: "FK_people_people_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "phones",
                columns: table => new
                {
                    number = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: true),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_phones", x => x.number);
                    table.CheckConstraint("ck_phones_language", "language in ('rw', 'en', 'fr')");
                    table.CheckConstraint("ck_phones_number", "number like '+%'");
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<long>(type: "bigint", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rung_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<long>(type: "bigint", nullable: false),
                    last_failure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_tries",
                columns: table => new
                {
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    failures = table.Column<long>(type: "bigint", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tried_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_tries", x => x.digest);
                    table.CheckConstraint("ck_sign_in_tries_digest", "length(digest) = 32");
                    table.CheckConstraint("ck_sign_in_tries_failures", "failures >= 0");
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    login = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: false),
                    security_stamp = table.Column<string>(type: "text", nullable: false),
                    totp_key = table.Column<byte[]>(type: "bytea", nullable: true),
                    last_step = table.Column<long>(type: "bigint", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    disabled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_users", x => x.id);
                    table.CheckConstraint("ck_users_language", "language in ('rw', 'en', 'fr')");
                    table.CheckConstraint("ck_users_login", "login = lower(login) and login like '%_@_%'");
                    table.CheckConstraint("ck_users_name", "length(name) > 0");
                });

            migrationBuilder.CreateTable(
                name: "audit_log",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_log", x => x.id);
                    table.ForeignKey(
                        name: "FK_audit_log_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "households",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households", x => x.id);
                    table.ForeignKey(
                        name: "FK_households_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_batches",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    file_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    clerk = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_batches", x => x.id);
                    table.CheckConstraint("ck_import_batches_state", "state in ('tried', 'applied', 'undone')");
                    table.ForeignKey(
                        name: "FK_import_batches_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    login = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: true),
                    area = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false),
                    invited_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitations", x => x.id);
                    table.CheckConstraint("ck_invitations_administrator", "role <> 'administrator' or area = ''");
                    table.CheckConstraint("ck_invitations_area", "(cooperative_id is null) = (area is not null)");
                    table.CheckConstraint("ck_invitations_district", "role <> 'district' or length(area) = 2");
                    table.CheckConstraint("ck_invitations_expires", "expires_at > created_at");
                    table.CheckConstraint("ck_invitations_language", "language in ('rw', 'en', 'fr')");
                    table.CheckConstraint("ck_invitations_login", "login = lower(login) and login like '%_@_%'");
                    table.CheckConstraint("ck_invitations_one_end", "used_at is null or revoked_at is null");
                    table.CheckConstraint("ck_invitations_place", "(role in ('manager', 'accountant', 'secretary', 'supervisor', 'union-manager')) = (cooperative_id is not null)");
                    table.CheckConstraint("ck_invitations_role", "role in ('manager', 'accountant', 'secretary', 'supervisor', 'union-manager', 'sector', 'district', 'legal', 'inspector', 'director', 'administrator')");
                    table.CheckConstraint("ck_invitations_sector", "role <> 'sector' or length(area) = 4");
                    table.CheckConstraint("ck_invitations_token_hash", "length(token_hash) = 32");
                    table.ForeignKey(
                        name: "FK_invitations_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_batches",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    prepared_by = table.Column<string>(type: "text", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_batches", x => x.id);
                    table.UniqueConstraint("AK_payment_batches_id_prepared_by", x => new { x.id, x.prepared_by });
                    table.CheckConstraint("ck_payment_batches_method", "method in ('momo', 'cash', 'bank', 'sacco')");
                    table.ForeignKey(
                        name: "FK_payment_batches_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "products",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    crop = table.Column<string>(type: "text", nullable: false),
                    grade = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    most_moisture_tenths = table.Column<long>(type: "bigint", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_products", x => x.id);
                    table.CheckConstraint("ck_products_crop", "crop in ('coffee', 'milk', 'tea', 'maize', 'paddy', 'potato')");
                    table.CheckConstraint("ck_products_moisture", "most_moisture_tenths between 1 and 999");
                    table.CheckConstraint("ck_products_unit", "unit in ('kg', 'l')");
                    table.ForeignKey(
                        name: "FK_products_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    first_number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stations", x => x.id);
                    table.CheckConstraint("ck_stations_first_number", "first_number > 0");
                    table.ForeignKey(
                        name: "FK_stations_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "zones",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_zones", x => x.id);
                    table.ForeignKey(
                        name: "FK_zones_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "broadcasts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    text_rw = table.Column<string>(type: "text", nullable: false),
                    text_en = table.Column<string>(type: "text", nullable: false),
                    text_fr = table.Column<string>(type: "text", nullable: false),
                    audience = table.Column<string>(type: "text", nullable: false),
                    plan_id = table.Column<long>(type: "bigint", nullable: true),
                    price = table.Column<long>(type: "bigint", nullable: false),
                    messages = table.Column<long>(type: "bigint", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    drafted_by = table.Column<string>(type: "text", nullable: false),
                    submitted_by = table.Column<string>(type: "text", nullable: true),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_broadcasts", x => x.id);
                    table.CheckConstraint("ck_broadcasts_planned", "state in ('draft', 'cancelled') or plan_id is not null");
                    table.CheckConstraint("ck_broadcasts_purpose", "purpose in ('news', 'legal')");
                    table.CheckConstraint("ck_broadcasts_state", "state in ('draft', 'planned', 'awaiting-approval', 'scheduled', 'sending', 'paused', 'done', 'cancelled')");
                    table.CheckConstraint("ck_broadcasts_two_people", "approved_by is null or (approved_by <> drafted_by and approved_by <> submitted_by)");
                    table.ForeignKey(
                        name: "FK_broadcasts_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_broadcasts_outbox_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "outbox_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    template = table.Column<string>(type: "text", nullable: true),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    priority = table.Column<long>(type: "bigint", nullable: false),
                    plan_id = table.Column<long>(type: "bigint", nullable: true),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: true),
                    person_id = table.Column<long>(type: "bigint", nullable: true),
                    price = table.Column<long>(type: "bigint", nullable: false),
                    fallback_price = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    attempts = table.Column<long>(type: "bigint", nullable: false),
                    gateway = table.Column<string>(type: "text", nullable: true),
                    provider_id = table.Column<string>(type: "text", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cost = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_messages", x => x.id);
                    table.CheckConstraint("ck_outbox_messages_channel", "channel in ('sms', 'whatsapp')");
                    table.CheckConstraint("ck_outbox_messages_leased_while_sending", "(status = 'sending') = (leased_until is not null)");
                    table.CheckConstraint("ck_outbox_messages_other_way_by_sms", "fallback_price is null or channel = 'whatsapp'");
                    table.CheckConstraint("ck_outbox_messages_planned_by_a_plan", "status not in ('planned', 'left-out') or plan_id is not null");
                    table.CheckConstraint("ck_outbox_messages_status", "status in ('planned', 'queued', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'cancelled', 'left-out')");
                    table.ForeignKey(
                        name: "FK_outbox_messages_outbox_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "outbox_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "former_phones",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    given_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_former_phones", x => x.id);
                    table.CheckConstraint("ck_former_phones_reason", "reason in ('recycled', 'lost', 'changed', 'wrong')");
                    table.ForeignKey(
                        name: "FK_former_phones_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kinships",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    relative_id = table.Column<long>(type: "bigint", nullable: false),
                    relation = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kinships", x => x.id);
                    table.CheckConstraint("ck_kinships_relation", "relation in ('spouse', 'parent', 'child', 'sibling', 'in-law')");
                    table.ForeignKey(
                        name: "FK_kinships_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_kinships_people_relative_id",
                        column: x => x.relative_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "national_ids",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_national_ids", x => x.id);
                    table.ForeignKey(
                        name: "FK_national_ids_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payout_holds",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payout_holds", x => x.id);
                    table.CheckConstraint("ck_payout_holds_reason", "reason in ('blocked', 'pin-forgotten', 'new-pin', 'new-phone')");
                    table.ForeignKey(
                        name: "FK_payout_holds_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_photos",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    picture = table.Column<byte[]>(type: "bytea", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person_photos", x => x.person_id);
                    table.CheckConstraint("ck_person_photos_media_type", "media_type in ('image/jpeg', 'image/png')");
                    table.ForeignKey(
                        name: "FK_person_photos_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pin_credentials",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    locked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pin_credentials", x => x.person_id);
                    table.CheckConstraint("ck_pin_credentials_failures", "failures between 0 and 3");
                    table.ForeignKey(
                        name: "FK_pin_credentials_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    person_id = table.Column<long>(type: "bigint", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    text_version = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consents", x => x.id);
                    table.CheckConstraint("ck_consents_language", "language in ('rw', 'en', 'fr')");
                    table.CheckConstraint("ck_consents_somebody", "person_id is not null or phone_number is not null");
                    table.ForeignKey(
                        name: "FK_consents_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_consents_phones_phone_number",
                        column: x => x.phone_number,
                        principalTable: "phones",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_phones",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    phone_number = table.Column<string>(type: "text", nullable: false),
                    is_primary = table.Column<bool>(type: "boolean", nullable: false),
                    relation = table.Column<string>(type: "text", nullable: false, defaultValue: "self"),
                    verified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person_phones", x => new { x.person_id, x.phone_number });
                    table.CheckConstraint("ck_person_phones_relation", "relation in ('self', 'spouse', 'parent', 'child', 'neighbour', 'other')");
                    table.ForeignKey(
                        name: "FK_person_phones_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_person_phones_phones_phone_number",
                        column: x => x.phone_number,
                        principalTable: "phones",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "posts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: true),
                    area = table.Column<string>(type: "text", nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    given_by = table.Column<string>(type: "text", nullable: false),
                    suspended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_posts", x => x.id);
                    table.CheckConstraint("ck_posts_administrator", "role <> 'administrator' or area = ''");
                    table.CheckConstraint("ck_posts_area", "(cooperative_id is null) = (area is not null)");
                    table.CheckConstraint("ck_posts_district", "role <> 'district' or length(area) = 2");
                    table.CheckConstraint("ck_posts_ends_after_start", "ended_at is null or ended_at >= since");
                    table.CheckConstraint("ck_posts_place", "(role in ('manager', 'accountant', 'secretary', 'supervisor', 'union-manager')) = (cooperative_id is not null)");
                    table.CheckConstraint("ck_posts_role", "role in ('manager', 'accountant', 'secretary', 'supervisor', 'union-manager', 'sector', 'district', 'legal', 'inspector', 'director', 'administrator')");
                    table.CheckConstraint("ck_posts_sector", "role <> 'sector' or length(area) = 4");
                    table.ForeignKey(
                        name: "FK_posts_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_posts_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_codes", x => new { x.user_id, x.hash });
                    table.CheckConstraint("ck_recovery_codes_hash", "length(hash) = 32");
                    table.ForeignKey(
                        name: "FK_recovery_codes_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "user_sessions",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_because = table.Column<string>(type: "text", nullable: true),
                    device = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_sessions", x => x.id);
                    table.CheckConstraint("ck_user_sessions_because", "(ended_at is null) = (ended_because is null)");
                    table.CheckConstraint("ck_user_sessions_ended_because", "ended_because is null or ended_because in ('signed-out', 'idle', 'too-old', 'ended-by-user', 'disabled', 'suspended', 'password-changed')");
                    table.CheckConstraint("ck_user_sessions_seen", "seen_at >= started_at");
                    table.ForeignKey(
                        name: "FK_user_sessions_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "household_people",
                columns: table => new
                {
                    household_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_household_people", x => new { x.household_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_household_people_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_household_people_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "batch_approvals",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    batch_id = table.Column<long>(type: "bigint", nullable: false),
                    prepared_by = table.Column<string>(type: "text", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_batch_approvals", x => x.id);
                    table.CheckConstraint("ck_batch_approvals_two_people", "approved_by <> prepared_by");
                    table.ForeignKey(
                        name: "FK_batch_approvals_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_batch_approvals_payment_batches_batch_id_prepared_by",
                        columns: x => new { x.batch_id, x.prepared_by },
                        principalTable: "payment_batches",
                        principalColumns: new[] { "id", "prepared_by" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collector_assignments",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    station_id = table.Column<long>(type: "bigint", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false, defaultValue: "collector"),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_collector_assignments", x => x.id);
                    table.CheckConstraint("ck_collector_assignments_ends_after_start", "ended_on is null or ended_on >= started_on");
                    table.CheckConstraint("ck_collector_assignments_role", "role in ('collector', 'storekeeper')");
                    table.ForeignKey(
                        name: "FK_collector_assignments_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_collector_assignments_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_collector_assignments_stations_station_id",
                        column: x => x.station_id,
                        principalTable: "stations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "collector_days",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    station_id = table.Column<long>(type: "bigint", nullable: false),
                    collector_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    orders = table.Column<long>(type: "bigint", nullable: false),
                    grams = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    cash_in_hand = table.Column<long>(type: "bigint", nullable: false),
                    lorry_grams = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    actor = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<long>(type: "bigint", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_collector_days", x => x.id);
                    table.CheckConstraint("ck_collector_days_counts", "orders >= 0 and grams >= 0 and amount >= 0 and cash_in_hand >= 0 and (lorry_grams is null or lorry_grams >= 0)");
                    table.CheckConstraint("ck_collector_days_kind", "kind in ('opened', 'closed', 'confirmed', 'finding')");
                    table.CheckConstraint("ck_collector_days_reason", "reason in ('drying', 'spill', 'recount')");
                    table.CheckConstraint("ck_collector_days_two_people", "(kind in ('confirmed', 'finding')) = (by_id <> collector_id)");
                    table.ForeignKey(
                        name: "FK_collector_days_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_collector_days_people_by_id",
                        column: x => x.by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_collector_days_people_collector_id",
                        column: x => x.collector_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_collector_days_stations_station_id",
                        column: x => x.station_id,
                        principalTable: "stations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "prices",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    product = table.Column<string>(type: "text", nullable: false),
                    station_id = table.Column<long>(type: "bigint", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    unit_price = table.Column<long>(type: "bigint", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    authority = table.Column<string>(type: "text", nullable: false),
                    notice = table.Column<string>(type: "text", nullable: false),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prices", x => x.id);
                    table.CheckConstraint("ck_prices_ends_after_start", "ends_on is null or ends_on >= starts_on");
                    table.CheckConstraint("ck_prices_kind", "kind in ('floor', 'fixed', 'contract', 'internal')");
                    table.CheckConstraint("ck_prices_unit_price", "unit_price between 1 and 1000000");
                    table.ForeignKey(
                        name: "FK_prices_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_prices_stations_station_id",
                        column: x => x.station_id,
                        principalTable: "stations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shrinkage_limits",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    station_id = table.Column<long>(type: "bigint", nullable: true),
                    permille = table.Column<long>(type: "bigint", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shrinkage_limits", x => x.id);
                    table.CheckConstraint("ck_shrinkage_limits_ends_after_start", "ends_on is null or ends_on >= starts_on");
                    table.CheckConstraint("ck_shrinkage_limits_permille", "permille between 0 and 1000");
                    table.ForeignKey(
                        name: "FK_shrinkage_limits_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_shrinkage_limits_stations_station_id",
                        column: x => x.station_id,
                        principalTable: "stations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    affiliated_to_id = table.Column<long>(type: "bigint", nullable: true),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    exit_reason = table.Column<string>(type: "text", nullable: true),
                    zone_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_memberships", x => x.id);
                    table.CheckConstraint("ck_memberships_ends_after_start", "ended_on is null or ended_on >= joined_on");
                    table.CheckConstraint("ck_memberships_exit_reason", "exit_reason in ('left', 'excluded', 'died', 'moved')");
                    table.CheckConstraint("ck_memberships_kind", "kind in ('primary', 'affiliated')");
                    table.CheckConstraint("ck_memberships_primary_stands_alone", "kind = 'affiliated' or affiliated_to_id is null");
                    table.ForeignKey(
                        name: "FK_memberships_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_memberships_memberships_affiliated_to_id",
                        column: x => x.affiliated_to_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_memberships_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_memberships_zones_zone_id",
                        column: x => x.zone_id,
                        principalTable: "zones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "broadcast_left_out",
                columns: table => new
                {
                    broadcast_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_broadcast_left_out", x => new { x.broadcast_id, x.person_id });
                    table.CheckConstraint("ck_broadcast_left_out_reason", "reason in ('no-phone', 'opted-out', 'no-consent', 'enough-this-week', 'no-value')");
                    table.ForeignKey(
                        name: "FK_broadcast_left_out_broadcasts_broadcast_id",
                        column: x => x.broadcast_id,
                        principalTable: "broadcasts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_broadcast_left_out_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "broadcast_numbers",
                columns: table => new
                {
                    broadcast_id = table.Column<long>(type: "bigint", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_broadcast_numbers", x => new { x.broadcast_id, x.phone });
                    table.ForeignKey(
                        name: "FK_broadcast_numbers_broadcasts_broadcast_id",
                        column: x => x.broadcast_id,
                        principalTable: "broadcasts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "code_tries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    phone_number = table.Column<string>(type: "text", nullable: false),
                    membership_id = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_code_tries", x => x.id);
                    table.ForeignKey(
                        name: "FK_code_tries_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "data_requests",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_requests", x => x.id);
                    table.CheckConstraint("ck_data_requests_kind", "kind in ('copy', 'correct', 'erase')");
                    table.ForeignKey(
                        name: "FK_data_requests_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deduction_rules",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    membership_id = table.Column<long>(type: "bigint", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    rate = table.Column<long>(type: "bigint", nullable: false),
                    most_per_order = table.Column<long>(type: "bigint", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deduction_rules", x => x.id);
                    table.CheckConstraint("ck_deduction_rules_basis", "basis in ('permille', 'per-kg', 'fixed')");
                    table.CheckConstraint("ck_deduction_rules_ends_after_start", "ends_on is null or ends_on >= starts_on");
                    table.CheckConstraint("ck_deduction_rules_most", "most_per_order is null or most_per_order > 0");
                    table.CheckConstraint("ck_deduction_rules_rate", "rate > 0 and (basis <> 'permille' or rate <= 1000)");
                    table.ForeignKey(
                        name: "FK_deduction_rules_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_deduction_rules_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delegations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    power = table.Column<string>(type: "text", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delegations", x => x.id);
                    table.CheckConstraint("ck_delegations_ends_after_start", "ends_on is null or ends_on >= starts_on");
                    table.CheckConstraint("ck_delegations_power", "power in ('deliver', 'receive', 'attend')");
                    table.ForeignKey(
                        name: "FK_delegations_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_delegations_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "heirs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    share_permille = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_heirs", x => x.id);
                    table.CheckConstraint("ck_heirs_share", "share_permille between 1 and 1000");
                    table.ForeignKey(
                        name: "FK_heirs_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_rows",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    batch_id = table.Column<long>(type: "bigint", nullable: false),
                    row_number = table.Column<long>(type: "bigint", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    findings = table.Column<string>(type: "text", nullable: false),
                    match_id = table.Column<long>(type: "bigint", nullable: true),
                    person_id = table.Column<long>(type: "bigint", nullable: true),
                    made_person = table.Column<bool>(type: "boolean", nullable: false),
                    membership_id = table.Column<long>(type: "bigint", nullable: true),
                    added_phone = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_rows", x => x.id);
                    table.CheckConstraint("ck_import_rows_decision", "decision in ('new', 'doubtful', 'skip', 'same', 'broken')");
                    table.ForeignKey(
                        name: "FK_import_rows_import_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "import_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_import_rows_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_import_rows_people_match_id",
                        column: x => x.match_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_import_rows_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "issued_statements",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    owed_before = table.Column<long>(type: "bigint", nullable: false),
                    earned = table.Column<long>(type: "bigint", nullable: false),
                    paid = table.Column<long>(type: "bigint", nullable: false),
                    owed = table.Column<long>(type: "bigint", nullable: false),
                    contested = table.Column<long>(type: "bigint", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    issued_by = table.Column<string>(type: "text", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issued_statements", x => x.id);
                    table.CheckConstraint("ck_issued_statements_period", "to_day >= from_day");
                    table.CheckConstraint("ck_issued_statements_sum", "owed = owed_before + earned - paid");
                    table.ForeignKey(
                        name: "FK_issued_statements_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_issued_statements_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_requests",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    share_permille = table.Column<long>(type: "bigint", nullable: false),
                    text_version = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_loan_requests", x => x.id);
                    table.CheckConstraint("ck_loan_requests_amount", "amount > 0");
                    table.CheckConstraint("ck_loan_requests_share", "share_permille between 1 and 1000");
                    table.ForeignKey(
                        name: "FK_loan_requests_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_loan_requests_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loans",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    principal = table.Column<long>(type: "bigint", nullable: false),
                    share_permille = table.Column<long>(type: "bigint", nullable: false),
                    most_per_order = table.Column<long>(type: "bigint", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_loans", x => x.id);
                    table.CheckConstraint("ck_loans_most", "most_per_order > 0");
                    table.CheckConstraint("ck_loans_principal", "principal > 0");
                    table.CheckConstraint("ck_loans_share", "share_permille between 1 and 1000");
                    table.ForeignKey(
                        name: "FK_loans_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_loans_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "message_preferences",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    chosen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_message_preferences", x => x.id);
                    table.CheckConstraint("ck_message_preferences_level", "level in ('all', 'essential', 'legal')");
                    table.ForeignKey(
                        name: "FK_message_preferences_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "one_time_codes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    issued_by = table.Column<string>(type: "text", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    voided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_one_time_codes", x => x.id);
                    table.CheckConstraint("ck_one_time_codes_ends_after_start", "expires_at > issued_at");
                    table.CheckConstraint("ck_one_time_codes_failures", "failures between 0 and 3");
                    table.CheckConstraint("ck_one_time_codes_purpose", "purpose in ('claim', 'reset', 'phone')");
                    table.CheckConstraint("ck_one_time_codes_two_people", "approved_by is null or approved_by <> issued_by");
                    table.ForeignKey(
                        name: "FK_one_time_codes_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    batch_id = table.Column<long>(type: "bigint", nullable: true),
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments", x => x.id);
                    table.CheckConstraint("ck_payments_amount", "amount > 0");
                    table.CheckConstraint("ck_payments_batch", "batch_id is not null or method = 'cash'");
                    table.CheckConstraint("ck_payments_method", "method in ('momo', 'cash', 'bank', 'sacco')");
                    table.ForeignKey(
                        name: "FK_payments_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_payments_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_payments_payment_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "payment_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payout_accounts",
                columns: table => new
                {
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payout_accounts", x => x.membership_id);
                    table.CheckConstraint("ck_payout_accounts_method", "method in ('momo', 'bank', 'sacco')");
                    table.ForeignKey(
                        name: "FK_payout_accounts_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "purchase_orders",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    station_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    product = table.Column<string>(type: "text", nullable: false),
                    grade = table.Column<string>(type: "text", nullable: false),
                    gross_grams = table.Column<long>(type: "bigint", nullable: false),
                    tare_grams = table.Column<long>(type: "bigint", nullable: false),
                    net_grams = table.Column<long>(type: "bigint", nullable: false),
                    unit_price = table.Column<long>(type: "bigint", nullable: false),
                    gross_amount = table.Column<long>(type: "bigint", nullable: false),
                    deducted = table.Column<long>(type: "bigint", nullable: false),
                    net_amount = table.Column<long>(type: "bigint", nullable: false),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    collector_id = table.Column<long>(type: "bigint", nullable: true),
                    reverses_id = table.Column<long>(type: "bigint", nullable: true),
                    origin = table.Column<string>(type: "text", nullable: false),
                    price_id = table.Column<long>(type: "bigint", nullable: true),
                    moisture_tenths = table.Column<long>(type: "bigint", nullable: true),
                    replaces_id = table.Column<long>(type: "bigint", nullable: true),
                    paid_before = table.Column<long>(type: "bigint", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_purchase_orders", x => x.id);
                    table.CheckConstraint("ck_purchase_orders_gross_amount", "reverses_id is not null or gross_amount = (net_grams * unit_price + 500) / 1000");
                    table.CheckConstraint("ck_purchase_orders_net_amount", "net_amount = gross_amount - deducted");
                    table.CheckConstraint("ck_purchase_orders_net_weight", "net_grams = gross_grams - tare_grams");
                    table.CheckConstraint("ck_purchase_orders_paid_before", "paid_before = 0 or (replaces_id is not null and paid_before between 1 and net_amount)");
                    table.CheckConstraint("ck_purchase_orders_price", "unit_price >= 0");
                    table.CheckConstraint("ck_purchase_orders_replaces", "reverses_id is null or replaces_id is null");
                    table.CheckConstraint("ck_purchase_orders_signs", "(reverses_id is null and net_grams > 0 and tare_grams >= 0 and deducted >= 0 and net_amount >= 0) or (reverses_id is not null and net_grams < 0 and tare_grams <= 0 and deducted <= 0 and net_amount <= 0)");
                    table.ForeignKey(
                        name: "FK_purchase_orders_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_purchase_orders_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_purchase_orders_people_collector_id",
                        column: x => x.collector_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_purchase_orders_prices_price_id",
                        column: x => x.price_id,
                        principalTable: "prices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_purchase_orders_purchase_orders_replaces_id",
                        column: x => x.replaces_id,
                        principalTable: "purchase_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_purchase_orders_purchase_orders_reverses_id",
                        column: x => x.reverses_id,
                        principalTable: "purchase_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_purchase_orders_stations_station_id",
                        column: x => x.station_id,
                        principalTable: "stations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "phone_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    code_id = table.Column<long>(type: "bigint", nullable: false),
                    old_phone = table.Column<string>(type: "text", nullable: true),
                    new_phone = table.Column<string>(type: "text", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_phone_changes", x => x.id);
                    table.CheckConstraint("ck_phone_changes_another_phone", "old_phone is null or old_phone <> new_phone");
                    table.CheckConstraint("ck_phone_changes_confirmed_first", "approved_at is null or (confirmed_at is not null and stopped_at is null)");
                    table.CheckConstraint("ck_phone_changes_two_people", "approved_by is null or approved_by <> asked_by");
                    table.ForeignKey(
                        name: "FK_phone_changes_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_phone_changes_one_time_codes_code_id",
                        column: x => x.code_id,
                        principalTable: "one_time_codes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_destinations",
                columns: table => new
                {
                    payment_id = table.Column<long>(type: "bigint", nullable: false),
                    destination = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_destinations", x => x.payment_id);
                    table.ForeignKey(
                        name: "FK_payment_destinations_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    payment_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: true),
                    actor = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_events", x => x.id);
                    table.CheckConstraint("ck_payment_events_kind", "kind in ('exported', 'paid', 'failed', 'unknown', 'confirmed', 'denied')");
                    table.ForeignKey(
                        name: "FK_payment_events_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_payment_events_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disputes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: true),
                    payment_id = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    claimed_grams = table.Column<long>(type: "bigint", nullable: true),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    delivered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disputes", x => x.id);
                    table.CheckConstraint("ck_disputes_amount", "amount >= 0");
                    table.CheckConstraint("ck_disputes_reason", "reason in ('weight-short', 'wrong-member', 'missing-delivery', 'double-entry', 'wrong-grade', 'wrong-price', 'rejected-after-acceptance', 'deduction-unknown', 'deduction-too-big', 'loan-balance', 'paid-less', 'paid-to-other-number', 'unpaid-overdue', 'paid-cash-not-received', 'share-refund')");
                    table.ForeignKey(
                        name: "FK_disputes_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_disputes_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_disputes_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_disputes_purchase_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "purchase_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    membership_id = table.Column<long>(type: "bigint", nullable: true),
                    debit = table.Column<string>(type: "text", nullable: false),
                    credit = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    units = table.Column<long>(type: "bigint", nullable: false),
                    memo = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: true),
                    payment_id = table.Column<long>(type: "bigint", nullable: true),
                    loan_id = table.Column<long>(type: "bigint", nullable: true),
                    voucher = table.Column<string>(type: "text", nullable: true),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entries", x => x.id);
                    table.CheckConstraint("ck_ledger_entries_accounts", "debit in ('cash', 'momo', 'bank', 'produce', 'loans', 'payable', 'shares', 'savings', 'deductions', 'opening') and credit in ('cash', 'momo', 'bank', 'produce', 'loans', 'payable', 'shares', 'savings', 'deductions', 'opening') and debit <> credit");
                    table.CheckConstraint("ck_ledger_entries_amount", "amount > 0");
                    table.CheckConstraint("ck_ledger_entries_loan", "loan_id is null or debit = 'loans' or credit = 'loans'");
                    table.CheckConstraint("ck_ledger_entries_units", "units = 0 or (units > 0 and (debit = 'shares' or credit = 'shares'))");
                    table.ForeignKey(
                        name: "FK_ledger_entries_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_entries_loans_loan_id",
                        column: x => x.loan_id,
                        principalTable: "loans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_entries_memberships_membership_id",
                        column: x => x.membership_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_entries_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_entries_purchase_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "purchase_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "order_deductions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    balance_after = table.Column<long>(type: "bigint", nullable: true),
                    basis = table.Column<string>(type: "text", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_deductions", x => x.id);
                    table.CheckConstraint("ck_order_deductions_amount", "amount <> 0");
                    table.ForeignKey(
                        name: "FK_order_deductions_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_order_deductions_purchase_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "purchase_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "order_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true),
                    actor = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    prepared_by = table.Column<string>(type: "text", nullable: true),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_events", x => x.id);
                    table.CheckConstraint("ck_order_events_kind", "kind in ('recorded', 'held', 'approved', 'accepted', 'contested', 'withdrawn', 'settled', 'reversed')");
                    table.CheckConstraint("ck_order_events_two_people", "kind not in ('approved', 'reversed') or (prepared_by is not null and prepared_by <> actor)");
                    table.ForeignKey(
                        name: "FK_order_events_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_order_events_purchase_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "purchase_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_allocations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    paid_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    payment_id = table.Column<long>(type: "bigint", nullable: true),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_allocations", x => x.id);
                    table.CheckConstraint("ck_payment_allocations_amount", "amount > 0");
                    table.CheckConstraint("ck_payment_allocations_method", "method in ('momo', 'cash', 'bank', 'sacco')");
                    table.ForeignKey(
                        name: "FK_payment_allocations_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_payment_allocations_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_payment_allocations_purchase_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "purchase_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_lines",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    payment_id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_lines", x => x.id);
                    table.CheckConstraint("ck_payment_lines_amount", "amount > 0");
                    table.ForeignKey(
                        name: "FK_payment_lines_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_payment_lines_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_payment_lines_purchase_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "purchase_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dispute_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    dispute_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: true),
                    actor = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cooperative_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispute_events", x => x.id);
                    table.CheckConstraint("ck_dispute_events_kind", "kind in ('reminded', 'raised', 'settled', 'refused', 'withdrawn')");
                    table.ForeignKey(
                        name: "FK_dispute_events_cooperatives_cooperative_id",
                        column: x => x.cooperative_id,
                        principalTable: "cooperatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_dispute_events_disputes_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_events_cooperative_id_seq",
                table: "access_events",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_events_cooperative_id_subject",
                table: "access_events",
                columns: new[] { "cooperative_id", "subject" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_log_cooperative_id_seq",
                table: "audit_log",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_log_cooperative_id_subject",
                table: "audit_log",
                columns: new[] { "cooperative_id", "subject" });

            migrationBuilder.CreateIndex(
                name: "IX_batch_approvals_batch_id",
                table: "batch_approvals",
                column: "batch_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_batch_approvals_batch_id_prepared_by",
                table: "batch_approvals",
                columns: new[] { "batch_id", "prepared_by" });

            migrationBuilder.CreateIndex(
                name: "IX_batch_approvals_cooperative_id_seq",
                table: "batch_approvals",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_broadcast_left_out_person_id",
                table: "broadcast_left_out",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_broadcast_numbers_phone",
                table: "broadcast_numbers",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "IX_broadcasts_cooperative_id_id",
                table: "broadcasts",
                columns: new[] { "cooperative_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_broadcasts_plan_id",
                table: "broadcasts",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "IX_code_tries_membership_id_at",
                table: "code_tries",
                columns: new[] { "membership_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_code_tries_phone_number_at",
                table: "code_tries",
                columns: new[] { "phone_number", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_collector_assignments_cooperative_id",
                table: "collector_assignments",
                column: "cooperative_id");

            migrationBuilder.CreateIndex(
                name: "IX_collector_assignments_person_id",
                table: "collector_assignments",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_collector_assignments_station_id",
                table: "collector_assignments",
                column: "station_id");

            migrationBuilder.CreateIndex(
                name: "IX_collector_days_by_id",
                table: "collector_days",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "IX_collector_days_collector_id",
                table: "collector_days",
                column: "collector_id");

            migrationBuilder.CreateIndex(
                name: "IX_collector_days_cooperative_id_seq",
                table: "collector_days",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_collector_days_station_id_collector_id_day_kind",
                table: "collector_days",
                columns: new[] { "station_id", "collector_id", "day", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_consents_person_id_purpose",
                table: "consents",
                columns: new[] { "person_id", "purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_consents_phone_number_purpose",
                table: "consents",
                columns: new[] { "phone_number", "purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_conversations_phone_started_at",
                table: "conversations",
                columns: new[] { "phone", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_conversations_session_id",
                table: "conversations",
                column: "session_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conversations_started_at",
                table: "conversations",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "IX_cooperatives_certificate",
                table: "cooperatives",
                column: "certificate",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cooperatives_code",
                table: "cooperatives",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cooperatives_parent_id",
                table: "cooperatives",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "IX_cooperatives_search_name",
                table: "cooperatives",
                column: "search_name");

            migrationBuilder.CreateIndex(
                name: "IX_data_requests_membership_id",
                table: "data_requests",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "IX_deduction_rules_cooperative_id",
                table: "deduction_rules",
                column: "cooperative_id");

            migrationBuilder.CreateIndex(
                name: "IX_deduction_rules_membership_id",
                table: "deduction_rules",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "IX_delegations_membership_id",
                table: "delegations",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "IX_delegations_person_id",
                table: "delegations",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_delivery_reports_gateway_phone",
                table: "delivery_reports",
                columns: new[] { "gateway", "phone" });

            migrationBuilder.CreateIndex(
                name: "IX_delivery_reports_gateway_provider_id",
                table: "delivery_reports",
                columns: new[] { "gateway", "provider_id" });

            migrationBuilder.CreateIndex(
                name: "IX_delivery_reports_received_at",
                table: "delivery_reports",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "IX_dispute_events_cooperative_id_seq",
                table: "dispute_events",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dispute_events_dispute_id_seq_kind",
                table: "dispute_events",
                columns: new[] { "dispute_id", "seq", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_disputes_cooperative_id_seq",
                table: "disputes",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_disputes_membership_id",
                table: "disputes",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "IX_disputes_order_id_amount",
                table: "disputes",
                columns: new[] { "order_id", "amount" });

            migrationBuilder.CreateIndex(
                name: "IX_disputes_payment_id",
                table: "disputes",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "IX_former_phones_number",
                table: "former_phones",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "IX_former_phones_person_id",
                table: "former_phones",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_heirs_membership_id",
                table: "heirs",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "IX_household_people_person_id",
                table: "household_people",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_households_cooperative_id",
                table: "households",
                column: "cooperative_id");

            migrationBuilder.CreateIndex(
                name: "IX_import_batches_cooperative_id_file_hash",
                table: "import_batches",
                columns: new[] { "cooperative_id", "file_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_import_rows_batch_id_row_number",
                table: "import_rows",
                columns: new[] { "batch_id", "row_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_import_rows_match_id",
                table: "import_rows",
                column: "match_id");

            migrationBuilder.CreateIndex(
                name: "IX_import_rows_membership_id",
                table: "import_rows",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "IX_import_rows_person_id",
                table: "import_rows",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_inbound_messages_gateway_provider_id",
                table: "inbound_messages",
                columns: new[] { "gateway", "provider_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_inbound_messages_phone_channel_received_at",
                table: "inbound_messages",
                columns: new[] { "phone", "channel", "received_at" });

            migrationBuilder.CreateIndex(
                name: "IX_invitations_cooperative_id",
                table: "invitations",
                column: "cooperative_id");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_login",
                table: "invitations",
                column: "login",
                unique: true,
                filter: "used_at is null and revoked_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_invitations_token_hash",
                table: "invitations",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_issued_statements_code",
                table: "issued_statements",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_issued_statements_cooperative_id_seq",
                table: "issued_statements",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_issued_statements_membership_id",
                table: "issued_statements",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "IX_kinships_person_id",
                table: "kinships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_kinships_relative_id",
                table: "kinships",
                column: "relative_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_cooperative_id_seq",
                table: "ledger_entries",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_cooperative_id_voucher",
                table: "ledger_entries",
                columns: new[] { "cooperative_id", "voucher" },
                unique: true,
                filter: "voucher is not null");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_loan_id_debit_amount",
                table: "ledger_entries",
                columns: new[] { "loan_id", "debit", "amount" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_membership_id_debit_credit_amount_units",
                table: "ledger_entries",
                columns: new[] { "membership_id", "debit", "credit", "amount", "units" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_order_id",
                table: "ledger_entries",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_payment_id",
                table: "ledger_entries",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "IX_loan_requests_cooperative_id_number",
                table: "loan_requests",
                columns: new[] { "cooperative_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_loan_requests_membership_id",
                table: "loan_requests",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "IX_loans_cooperative_id_number",
                table: "loans",
                columns: new[] { "cooperative_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_loans_membership_id",
                table: "loans",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "IX_memberships_affiliated_to_id",
                table: "memberships",
                column: "affiliated_to_id");

            migrationBuilder.CreateIndex(
                name: "IX_memberships_cooperative_id_number",
                table: "memberships",
                columns: new[] { "cooperative_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_memberships_person_id",
                table: "memberships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_memberships_zone_id",
                table: "memberships",
                column: "zone_id");

            migrationBuilder.CreateIndex(
                name: "IX_message_preferences_membership_id",
                table: "message_preferences",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "IX_national_ids_digest",
                table: "national_ids",
                column: "digest");

            migrationBuilder.CreateIndex(
                name: "IX_national_ids_person_id",
                table: "national_ids",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_one_time_codes_membership_id",
                table: "one_time_codes",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "IX_order_deductions_cooperative_id_seq",
                table: "order_deductions",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_order_deductions_order_id",
                table: "order_deductions",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_order_events_cooperative_id_order_id",
                table: "order_events",
                columns: new[] { "cooperative_id", "order_id" },
                filter: "kind = 'held'");

            migrationBuilder.CreateIndex(
                name: "IX_order_events_cooperative_id_seq",
                table: "order_events",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_order_events_order_id_seq_kind",
                table: "order_events",
                columns: new[] { "order_id", "seq", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_gateway_provider_id",
                table: "outbox_messages",
                columns: new[] { "gateway", "provider_id" },
                filter: "provider_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_key",
                table: "outbox_messages",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_phone_created_at",
                table: "outbox_messages",
                columns: new[] { "phone", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_plan_id_status",
                table: "outbox_messages",
                columns: new[] { "plan_id", "status" },
                filter: "plan_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_due",
                table: "outbox_messages",
                columns: new[] { "channel", "priority", "due_at", "id" },
                filter: "status = 'queued'");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_leased",
                table: "outbox_messages",
                columns: new[] { "gateway", "leased_until" },
                filter: "status = 'sending'");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_planned",
                table: "outbox_messages",
                columns: new[] { "plan_id", "channel", "id" },
                filter: "status = 'planned'");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_week",
                table: "outbox_messages",
                columns: new[] { "person_id", "sent_at" },
                filter: "plan_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_paper_tries_at",
                table: "paper_tries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_paper_tries_phone_number_at",
                table: "paper_tries",
                columns: new[] { "phone_number", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_allocations_cooperative_id_seq",
                table: "payment_allocations",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_allocations_order_id_amount_paid_at",
                table: "payment_allocations",
                columns: new[] { "order_id", "amount", "paid_at" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_allocations_payment_id",
                table: "payment_allocations",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "IX_payment_batches_cooperative_id_origin",
                table: "payment_batches",
                columns: new[] { "cooperative_id", "origin" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_batches_cooperative_id_seq",
                table: "payment_batches",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_events_cooperative_id_seq",
                table: "payment_events",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_events_paid_once",
                table: "payment_events",
                column: "payment_id",
                unique: true,
                filter: "kind = 'paid'");

            migrationBuilder.CreateIndex(
                name: "IX_payment_events_payment_id_seq_kind",
                table: "payment_events",
                columns: new[] { "payment_id", "seq", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_lines_cooperative_id_seq",
                table: "payment_lines",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_lines_order_id",
                table: "payment_lines",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "IX_payment_lines_payment_id_order_id",
                table: "payment_lines",
                columns: new[] { "payment_id", "order_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_batch_id_membership_id",
                table: "payments",
                columns: new[] { "batch_id", "membership_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_cooperative_id_origin",
                table: "payments",
                columns: new[] { "cooperative_id", "origin" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_cooperative_id_seq",
                table: "payments",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_membership_id",
                table: "payments",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "IX_payout_holds_person_id",
                table: "payout_holds",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_merged_into_id",
                table: "people",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_search_name",
                table: "people",
                column: "search_name");

            migrationBuilder.CreateIndex(
                name: "IX_person_phones_phone_number",
                table: "person_phones",
                column: "phone_number");

            migrationBuilder.CreateIndex(
                name: "IX_phone_changes_code_id",
                table: "phone_changes",
                column: "code_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_phone_changes_membership_id",
                table: "phone_changes",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "IX_posts_cooperative_id",
                table: "posts",
                column: "cooperative_id");

            migrationBuilder.CreateIndex(
                name: "IX_posts_user_id",
                table: "posts",
                column: "user_id",
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_prices_cooperative_id_product_starts_on",
                table: "prices",
                columns: new[] { "cooperative_id", "product", "starts_on" });

            migrationBuilder.CreateIndex(
                name: "IX_prices_cooperative_id_seq",
                table: "prices",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_prices_station_id",
                table: "prices",
                column: "station_id");

            migrationBuilder.CreateIndex(
                name: "IX_products_cooperative_id_name",
                table: "products",
                columns: new[] { "cooperative_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_purchase_orders_collector_id",
                table: "purchase_orders",
                column: "collector_id");

            migrationBuilder.CreateIndex(
                name: "IX_purchase_orders_cooperative_id_number_code",
                table: "purchase_orders",
                columns: new[] { "cooperative_id", "number", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_purchase_orders_cooperative_id_origin",
                table: "purchase_orders",
                columns: new[] { "cooperative_id", "origin" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_purchase_orders_cooperative_id_seq",
                table: "purchase_orders",
                columns: new[] { "cooperative_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_purchase_orders_membership_id_delivered_at_id_net_amount_ne~",
                table: "purchase_orders",
                columns: new[] { "membership_id", "delivered_at", "id", "net_amount", "net_grams", "due_on", "reverses_id", "paid_before" });

            migrationBuilder.CreateIndex(
                name: "IX_purchase_orders_price_id",
                table: "purchase_orders",
                column: "price_id");

            migrationBuilder.CreateIndex(
                name: "IX_purchase_orders_replaces_id",
                table: "purchase_orders",
                column: "replaces_id",
                unique: true,
                filter: "replaces_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_purchase_orders_reverses_id",
                table: "purchase_orders",
                column: "reverses_id",
                unique: true,
                filter: "reverses_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_purchase_orders_station_id_number",
                table: "purchase_orders",
                columns: new[] { "station_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reminders_due_at",
                table: "reminders",
                column: "due_at",
                filter: "rung_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_key",
                table: "reminders",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shrinkage_limits_cooperative_id",
                table: "shrinkage_limits",
                column: "cooperative_id");

            migrationBuilder.CreateIndex(
                name: "IX_shrinkage_limits_station_id",
                table: "shrinkage_limits",
                column: "station_id");

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_tries_tried_at",
                table: "sign_in_tries",
                column: "tried_at");

            migrationBuilder.CreateIndex(
                name: "IX_stations_cooperative_id_name",
                table: "stations",
                columns: new[] { "cooperative_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_user_sessions_user_id_ended_at",
                table: "user_sessions",
                columns: new[] { "user_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "IX_users_login",
                table: "users",
                column: "login",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_zones_cooperative_id_name",
                table: "zones",
                columns: new[] { "cooperative_id", "name" },
                unique: true);

            migrationBuilder.RefuseChanges();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_events");

            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropTable(
                name: "batch_approvals");

            migrationBuilder.DropTable(
                name: "broadcast_left_out");

            migrationBuilder.DropTable(
                name: "broadcast_numbers");

            migrationBuilder.DropTable(
                name: "chain_heads");

            migrationBuilder.DropTable(
                name: "code_tries");

            migrationBuilder.DropTable(
                name: "collector_assignments");

            migrationBuilder.DropTable(
                name: "collector_days");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "conversation_steps");

            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "data_requests");

            migrationBuilder.DropTable(
                name: "deduction_rules");

            migrationBuilder.DropTable(
                name: "delegations");

            migrationBuilder.DropTable(
                name: "delivery_reports");

            migrationBuilder.DropTable(
                name: "dispute_events");

            migrationBuilder.DropTable(
                name: "former_phones");

            migrationBuilder.DropTable(
                name: "heirs");

            migrationBuilder.DropTable(
                name: "household_people");

            migrationBuilder.DropTable(
                name: "import_rows");

            migrationBuilder.DropTable(
                name: "inbound_messages");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "issued_statements");

            migrationBuilder.DropTable(
                name: "kinships");

            migrationBuilder.DropTable(
                name: "ledger_entries");

            migrationBuilder.DropTable(
                name: "loan_requests");

            migrationBuilder.DropTable(
                name: "menu_books");

            migrationBuilder.DropTable(
                name: "message_preferences");

            migrationBuilder.DropTable(
                name: "national_ids");

            migrationBuilder.DropTable(
                name: "order_deductions");

            migrationBuilder.DropTable(
                name: "order_events");

            migrationBuilder.DropTable(
                name: "outbox_gateways");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "outbox_stops");

            migrationBuilder.DropTable(
                name: "paper_tries");

            migrationBuilder.DropTable(
                name: "payment_allocations");

            migrationBuilder.DropTable(
                name: "payment_destinations");

            migrationBuilder.DropTable(
                name: "payment_events");

            migrationBuilder.DropTable(
                name: "payment_lines");

            migrationBuilder.DropTable(
                name: "payout_accounts");

            migrationBuilder.DropTable(
                name: "payout_holds");

            migrationBuilder.DropTable(
                name: "person_phones");

            migrationBuilder.DropTable(
                name: "person_photos");

            migrationBuilder.DropTable(
                name: "phone_changes");

            migrationBuilder.DropTable(
                name: "pin_credentials");

            migrationBuilder.DropTable(
                name: "posts");

            migrationBuilder.DropTable(
                name: "products");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "recovery_codes");

            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropTable(
                name: "shrinkage_limits");

            migrationBuilder.DropTable(
                name: "sign_in_tries");

            migrationBuilder.DropTable(
                name: "user_sessions");

            migrationBuilder.DropTable(
                name: "broadcasts");

            migrationBuilder.DropTable(
                name: "disputes");

            migrationBuilder.DropTable(
                name: "households");

            migrationBuilder.DropTable(
                name: "import_batches");

            migrationBuilder.DropTable(
                name: "loans");

            migrationBuilder.DropTable(
                name: "phones");

            migrationBuilder.DropTable(
                name: "one_time_codes");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "outbox_plans");

            migrationBuilder.DropTable(
                name: "payments");

            migrationBuilder.DropTable(
                name: "purchase_orders");

            migrationBuilder.DropTable(
                name: "payment_batches");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "prices");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "zones");

            migrationBuilder.DropTable(
                name: "stations");

            migrationBuilder.DropTable(
                name: "cooperatives");
        }
    }
}

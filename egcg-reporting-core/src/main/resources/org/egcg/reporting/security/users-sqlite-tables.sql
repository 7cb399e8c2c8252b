create table if not exists users (id text unique, pw_hash text unique)

create table if not exists user_details (
    id varchar(255) primary key,
    role varchar(20) not null,
    must_change integer not null,
    version bigint not null)

create table if not exists password_changes (
    id varchar(255) primary key,
    changed bigint not null)

create table if not exists api_tokens (
    id varchar(40) primary key,
    user_id varchar(255) not null,
    name varchar(255) not null,
    digest varchar(64) not null unique,
    created bigint not null,
    last_used bigint,
    expires bigint,
    account_id varchar(40),
    scopes varchar(4000))

create table if not exists user_accounts (
    name varchar(255) primary key,
    account_id varchar(40) not null unique,
    seen,
    source varchar(10) not null,
    subject varchar(255),
    confirmed bigint,
    unique (source, subject))

create table if not exists user_sessions (
    digest varchar(64) primary key,
    id varchar(40) not null unique,
    user_id varchar(40) not null,
    user_version bigint not null,
    source varchar(10) not null,
    begun bigint not null,
    last_seen bigint not null,
    ends bigint not null,
    confirmed bigint not null,
    address varchar(100) not null,
    agent varchar(255) not null,
    state text)

create table if not exists second_factors (
    user_id varchar(40) primary key,
    secret varchar(255) not null,
    confirmed integer not null,
    last_step bigint not null)

create table if not exists recovery_codes (
    user_id varchar(40) not null,
    digest varchar(64) not null,
    primary key (user_id, digest))

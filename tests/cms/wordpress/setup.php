<?php
/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: php setup.php WORDPRESS_FOLDER
 *
 * Installs WordPress without a browser: a user of each role with an application password,
 * no content, pretty permalinks, a time zone that is not UTC. Prints the users as JSON.
 */
$_SERVER['HTTP_HOST']       = '127.0.0.1';
$_SERVER['SERVER_NAME']     = '127.0.0.1';
$_SERVER['REQUEST_URI']     = '/wp-admin/install.php';
$_SERVER['PHP_SELF']        = '/wp-admin/install.php';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';
define( 'WP_INSTALLING', true );
error_reporting( E_ERROR );
ini_set( 'display_errors', 'stderr' );
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

if ( ! is_blog_installed() ) {
	wp_install( 'Test site', 'admin', 'admin@example.test', false, '', 'admin-pass' );
}
foreach ( array( 'editor', 'author', 'contributor', 'subscriber' ) as $role ) {
	wp_insert_user(
		array(
			'user_login'   => $role,
			'user_pass'    => "$role-pass",
			'user_email'   => "$role@example.test",
			'role'         => $role,
			'display_name' => ucfirst( $role ) . ' Person',
		)
	);
}
update_option( 'timezone_string', 'Europe/Stockholm' );
update_option( 'ping_sites', '' );
update_option( 'default_pingback_flag', '' );
update_option( 'blog_public', '0' );
$everything = array( 'post_type' => array( 'post', 'page' ), 'post_status' => 'any', 'numberposts' => -1 );
foreach ( get_posts( $everything ) as $post ) {
	wp_delete_post( $post->ID, true );
}
global $wp_rewrite;
$wp_rewrite->init();
$wp_rewrite->set_permalink_structure( '/%year%/%monthnum%/%day%/%postname%/' );
$wp_rewrite->flush_rules( false );

/* The welcome guide would cover the editor. */
$preferences = array(
	'core/edit-post' => array( 'welcomeGuide' => false, 'fullscreenMode' => false ),
	'core'           => array( 'enableChoosePatternModal' => false, 'isComplementaryAreaVisible' => true ),
	'_modified'      => gmdate( 'c' ),
);
$users = array();
foreach ( array( 'admin', 'editor', 'author', 'contributor', 'subscriber' ) as $name ) {
	$id   = get_user_by( 'login', $name )->ID;
	$made = WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'tests' ) );
	if ( is_wp_error( $made ) ) {
		fwrite( STDERR, $made->get_error_message() . "\n" );
		exit( 1 );
	}
	update_user_meta( $id, 'wp_persisted_preferences', $preferences );
	$users[ $name ] = array(
		'id'                   => $id,
		'login'                => $name,
		'password'             => "$name-pass",
		'application_password' => WP_Application_Passwords::chunk_password( $made[0] ),
	);
}
echo json_encode( array( 'wordpress' => $GLOBALS['wp_version'], 'users' => $users ) );
